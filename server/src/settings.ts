import { levels, presets, settingsSection, type Level, type Preset, type RuleLevels } from '#core';
import type { Connection } from 'vscode-languageserver/node';

/** `drydock.lint.*` as the user set it; what makes no sense counts as not set. */
export interface LintSettings {
  readonly preset: Preset;
  readonly rules: RuleLevels;
}

/** What shows without being asked for, and can be switched off. */
export interface FeatureSettings {
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
}

export interface Settings {
  /** The settings for one file. Asked of the client once and remembered until they change. */
  get(uri: string): Promise<LintSettings>;
  features(uri: string): Promise<FeatureSettings>;
  /** Forgets them. Clients that cannot be asked send the new ones along. */
  change(pushed: unknown): void;
}

export function createSettings(connection: Connection, canBeAsked: boolean): Settings {
  let pushed: unknown = {};
  const createSection = <Read>(names: readonly string[], read: (...values: readonly unknown[]) => Read) => {
    const asked = new Map<string, Promise<Read>>();
    const ask = async (uri: string): Promise<Read> => {
      const items = names.map((name) => ({ scopeUri: uri, section: `${settingsSection}.${name}` }));
      return read(...((await connection.workspace.getConfiguration(items)) as unknown[]));
    };
    const get = async (uri: string): Promise<Read> => {
      if (!canBeAsked) return read(...names.map((name) => (isRecord(pushed) ? pushed[name] : undefined)));
      const known = asked.get(uri) ?? ask(uri);
      asked.set(uri, known);
      try {
        return await known;
      } catch {
        // The client could not answer; ask again next time and do with the defaults until then.
        asked.delete(uri);
        return read();
      }
    };
    return { get, forget: () => asked.clear() };
  };
  const lint = createSection(['lint'], readSettings);
  const features = createSection(['inlayHints', 'codeLens'], readFeatures);
  return {
    get: lint.get,
    features: features.get,
    change(settings) {
      lint.forget();
      features.forget();
      pushed = isRecord(settings) ? settings[settingsSection] : undefined;
    },
  };
}

function readFeatures(inlayHints?: unknown, codeLens?: unknown): FeatureSettings {
  const isOn = (section: unknown): boolean => !isRecord(section) || section['enabled'] !== false;
  return { inlayHints: isOn(inlayHints), codeLens: isOn(codeLens) };
}

function readSettings(value?: unknown): LintSettings {
  const given = isRecord(value) ? value : {};
  const rules = isRecord(given['rules']) ? given['rules'] : {};
  return {
    preset: presets.find((preset) => preset === given['preset']) ?? 'recommended',
    rules: Object.fromEntries(Object.entries(rules).filter((entry): entry is [string, Level] => isLevel(entry[1]))),
  };
}

function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

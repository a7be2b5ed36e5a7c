import { levels, presets, settingsSection, type Level, type Preset, type RuleLevels } from '#core';
import type { Connection } from 'vscode-languageserver/node';

/** `drydock.lint.*` as the user set it; what makes no sense counts as not set. */
export interface LintSettings {
  readonly preset: Preset;
  readonly rules: RuleLevels;
}

export interface Settings {
  /** The settings for one file. Asked of the client once and remembered until they change. */
  get(uri: string): Promise<LintSettings>;
  /** Forgets them. Clients that cannot be asked send the new ones along. */
  change(pushed: unknown): void;
}

export function createSettings(connection: Connection, canBeAsked: boolean): Settings {
  const asked = new Map<string, Promise<LintSettings>>();
  let pushed: unknown = {};
  const ask = async (uri: string): Promise<LintSettings> => {
    const section = `${settingsSection}.lint`;
    return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section }));
  };
  return {
    async get(uri) {
      if (!canBeAsked) return readSettings(pushed);
      const known = asked.get(uri) ?? ask(uri);
      asked.set(uri, known);
      try {
        return await known;
      } catch {
        // The client could not answer; ask again next time and do with the defaults until then.
        asked.delete(uri);
        return readSettings(undefined);
      }
    },
    change(settings) {
      asked.clear();
      const section = isRecord(settings) ? settings[settingsSection] : undefined;
      pushed = isRecord(section) ? section['lint'] : undefined;
    },
  };
}

function readSettings(value: unknown): LintSettings {
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

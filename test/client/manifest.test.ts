import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { viewTrees, type TreeNode } from '../../client/src/views/model/index.ts';
import { connected, container, image, network, replica, volume } from './given.ts';

interface MenuItem {
  readonly command: string;
  readonly when: string;
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category?: string;
      readonly title: string;
      readonly icon?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly (MenuItem & { readonly group: string })[]>>;
    readonly keybindings: readonly MenuItem[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
}

const text = readFileSync('package.json', 'utf8');
const { contributes, capabilities } = JSON.parse(text) as Manifest;
const english = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const french = JSON.parse(readFileSync('package.nls.fr.json', 'utf8')) as Readonly<Record<string, string>>;
const commands = new Set(contributes.commands.map(({ command }) => command));

describe('the manifest', () => {
  test('uses each of its texts, and has each in both languages', () => {
    const used = [...new Set([...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? ''))].sort();
    expect(Object.keys(english).sort()).toEqual(used);
    expect(Object.keys(french).sort()).toEqual(used);
    const links = (contents: string) => [...contents.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
    for (const key of used) expect(links(french[key] ?? ''), key).toEqual(links(english[key] ?? ''));
  });

  test('names only commands that it has, in menus, keys and welcome texts', () => {
    const named = [
      ...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command)),
      ...contributes.keybindings.map(({ command }) => command),
      ...Object.values(english).flatMap((contents) =>
        [...contents.matchAll(/command:([\w.]+)/g)].map(([, id]) => id ?? ''),
      ),
    ];
    expect(named.filter((command) => !commands.has(command))).toEqual([]);
  });

  test('gives every command a category, and an icon to each that stands inline', () => {
    expect(contributes.commands.filter(({ category }) => category !== 'Drydock')).toEqual([]);
    const inline = Object.values(contributes.menus).flatMap((items) =>
      items.filter(({ group }) => /^(inline|navigation)/.test(group)).map(({ command }) => command),
    );
    const bare = contributes.commands.filter(({ command, icon }) => inline.includes(command) && !icon);
    expect(bare).toEqual([]);
  });

  test('has one welcome text for each cause in each view', () => {
    const causes = [
      'connecting',
      'connected',
      'absent',
      'misnamed',
      'unreachable',
      'denied',
      'timeout',
      'protocol',
      'unsupported',
      'failed',
    ];
    for (const { id } of contributes.views['drydock'] ?? []) {
      const whens = contributes.viewsWelcome.filter(({ view }) => view === id).map(({ when }) => when);
      expect(whens.sort(), id).toEqual(causes.map((cause) => `drydock.engineState == ${cause}`).sort());
    }
  });

  test('keeps folders that nobody trusts from choosing the engine', () => {
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toContain('drydock.engine.host');
    expect(contributes.configuration[0]?.properties['drydock.engine.host']).toMatchObject({ scope: 'machine' });
  });
});

describe('the menu of a line', () => {
  const menu = contributes.menus['view/item/context'] ?? [];
  /** The commands that VS Code would offer on a node of a view, by the same regular expressions. */
  const offered = (view: string, node: TreeNode | undefined): string[] => {
    const viewItem = node?.flags.join(';') ?? '';
    const fitting = menu.filter(({ when }) => {
      const pattern = /viewItem =~ \/(.*)\/$/.exec(when)?.[1];
      return when.startsWith(`view == drydock.${view} `) && pattern !== undefined && new RegExp(pattern).test(viewItem);
    });
    return [...new Set(fitting.map(({ command }) => command.replace(`drydock.${view}.`, '')))];
  };
  const trees = (given: Parameters<typeof connected>[0]) => viewTrees(connected(given));
  const look = ['logs', 'inspect', 'copyName', 'copyId', 'remove'];

  test.each([
    ['running', ['stop', 'restart', 'shell', ...look]],
    ['exited', ['start', ...look]],
    ['created', ['start', ...look]],
    ['paused', ['stop', 'restart', ...look]],
    ['removing', look],
  ] as const)('of a container that is %s offers what can be done with it', (state, expected) => {
    const [node] = trees({ containers: [container({ state })] }).containers.roots;
    expect(offered('containers', node).sort()).toEqual([...expected].sort());
  });

  test('of a project offers what can be done with its containers', () => {
    const containers = [replica('shop', 'web'), { ...replica('shop', 'db'), state: 'exited' as const }];
    const [node] = trees({ containers }).containers.roots;
    expect(offered('containers', node).sort()).toEqual(['remove', 'restart', 'start', 'stop']);
  });

  test('of an image, a volume and a network offers to inspect, copy and remove it', () => {
    const shown = trees({ images: [image()], volumes: [volume()], networks: [network(), network({ name: 'host' })] });
    expect(offered('images', shown.images.roots[0]).sort()).toEqual(['copyId', 'copyName', 'inspect', 'remove']);
    expect(offered('volumes', shown.volumes.roots[0]).sort()).toEqual(['copyName', 'inspect', 'remove']);
    expect(offered('networks', shown.networks.roots[0]).sort()).toEqual(['copyId', 'copyName', 'inspect', 'remove']);
    expect(offered('networks', shown.networks.roots[1])).not.toContain('remove');
  });
});

import type { EngineErrorKind } from '#engine';
import { describe, expect, test } from 'vitest';
import { pullShare } from '../../client/src/commands/pull-share.ts';
import { inspectUri, readInspectUri } from '../../client/src/documents/inspect-uri.ts';
import { explainError } from '../../client/src/engine-messages.ts';
import { failureOf, stateKey } from '../../client/src/failure.ts';
import { readImageFacts } from '../../client/src/image-config.ts';
import { technologyNames } from '../../client/src/wizard/names.data.ts';
import { nodeFrameworks } from '#core/starters/stacks/node/frameworks.data.ts';
import { pythonFrameworks } from '#core/starters/stacks/python/frameworks.data.ts';
import { connected, english } from './given.ts';

describe('failures of the engine', () => {
  const kinds: readonly EngineErrorKind[] = [
    'absent',
    'unreachable',
    'denied',
    'protocol',
    'unsupported',
    'timeout',
    'not-found',
    'conflict',
    'cancelled',
    'failed',
  ];
  test('are each a sentence of their own with a next step, naming the engine or its words', () => {
    const said = kinds.map((kind) => {
      const { sentence, nextStep } = explainError(kind, {
        detail: 'its words',
        isOurs: false,
        engine: 'unix:///engine',
      });
      expect(english(nextStep)).toMatch(/[.)]$/);
      return `${english(sentence)} ${english(nextStep)}`;
    });
    expect(new Set(said).size).toBe(kinds.length);
    const silent = said.filter((text) => !text.includes('unix:///engine') && !text.includes('its words'));
    expect(silent).toEqual(['Cancelled. Nothing more was done.']);
  });

  test('say what Drydock itself knows instead of what the engine would have said', () => {
    const own = { detail: 'The Docker context "x" does not exist.', isOurs: true, engine: 'x' };
    const { sentence, nextStep } = explainError('absent', own);
    expect([sentence, english(nextStep)]).toEqual([own.detail, 'Choose another engine in the settings.']);
    const none = { detail: 'There is no shell in this container.', isOurs: true, engine: 'x' };
    expect(explainError('failed', none).sentence).toBe(none.detail);
    expect(english(explainError('protocol', none).sentence)).toBe('What answers at x is not a Docker engine.');
  });
});

describe('why there is no engine', () => {
  const endpoint = { host: 'unix:///engine', source: 'default', context: null } as const;
  const absent = { kind: 'failed', endpoint, error: 'absent', detail: 'connect ENOENT' } as const;

  test('is that it stopped, when it was there before and took its socket along', () => {
    const before = connected({});
    expect(before.kind).toBe('connected');
    const gone = { ...absent, ...(before.kind === 'connected' ? { lastModel: before.model } : {}) };
    expect([stateKey(absent), stateKey(gone)]).toEqual(['absent', 'unreachable']);
    expect(failureOf(gone)).toEqual({ kind: 'unreachable', detail: 'connect ENOENT', own: null });
  });

  test('is a wrong name, when the chosen context does not exist', () => {
    const own = { template: 'The Docker context "{context}" does not exist or has no engine.', args: { context: 'x' } };
    expect(stateKey({ ...absent, own })).toBe('misnamed');
  });
});

test('the wizard calls everything that it finds by its proper name', () => {
  const ids = [...nodeFrameworks, ...pythonFrameworks].map(({ id }) => id);
  expect(ids.filter((id) => technologyNames[id] === undefined)).toEqual([]);
});

describe('the place of an inspected object', () => {
  test('leads back to it, whatever its name', () => {
    for (const name of ['web', 'registry.example:5000/team/tool:1.4', 'hm/n?#%', '']) {
      const place = inspectUri({ kind: 'image', id: 'sha256:abc', name });
      expect(place.path.split('/')).toHaveLength(3);
      expect(readInspectUri(place)).toEqual({ kind: 'image', id: 'sha256:abc' });
    }
  });
  test('that nobody made is none', () => {
    expect(readInspectUri({ path: '/etc/passwd', query: 'x' })).toBeUndefined();
    expect(readInspectUri({ path: '/image/x.json', query: '' })).toBeUndefined();
  });
});

describe('what an image is made of', () => {
  test('is read from its configuration', () => {
    const inspected = {
      RepoTags: ['acme/app:1', 7],
      RepoDigests: [],
      Size: 7_800_000,
      Created: '2026-01-02T03:04:05Z',
      Os: 'linux',
      Architecture: 'arm',
      Variant: 'v7',
      Config: {
        User: 'app',
        WorkingDir: '/srv',
        Env: ['A=1=2', 'odd', 7],
        Healthcheck: { Test: ['CMD', 'true'] },
        Entrypoint: null,
        Cmd: ['node', 'server.js'],
        ExposedPorts: { '80/tcp': {} },
        Volumes: { '/data': {} },
        Labels: { a: 'b', odd: 1 },
      },
    };
    expect(readImageFacts(inspected)).toEqual({
      user: 'app',
      workingDir: '/srv',
      env: { A: '1=2' },
      repoTags: ['acme/app:1'],
      repoDigests: [],
      hasHealthcheck: true,
      size: 7_800_000,
      created: '2026-01-02T03:04:05Z',
      platform: 'linux/arm/v7',
      cmd: ['node', 'server.js'],
      exposedPorts: ['80/tcp'],
      volumes: ['/data'],
      labels: { a: 'b' },
    });
  });
  test('is root where no user is named, and unknown where there is no configuration', () => {
    expect(readImageFacts({ Config: {} })).toEqual({ user: '', hasHealthcheck: false });
    expect(readImageFacts(null)).toEqual({ hasHealthcheck: false });
    expect(readImageFacts({ Config: { User: 5, Healthcheck: { Test: ['NONE'] } } })).toEqual({
      user: '',
      hasHealthcheck: false,
    });
  });
});

test('a pull goes from nothing to everything and counts each layer', () => {
  const layer = (status: string, current = 0, total = 0) => ({ status, layer: status, current, total });
  expect(pullShare([])).toBe(0);
  expect(pullShare([layer('Waiting'), layer('Already exists')])).toBe(50);
  expect(pullShare([layer('Downloading', 50, 100)])).toBe(40);
  expect(pullShare([layer('Extracting', 50, 100)])).toBe(90);
  expect(pullShare([layer('Pull complete'), layer('Already exists')])).toBe(100);
});

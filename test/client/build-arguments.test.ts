import { expect, test } from 'vitest';
import { planBuild, readBuildArguments } from '../../client/src/commands/build-arguments.ts';

const here = { source: 'default', host: 'unix:///var/run/docker.sock' } as const;

test('names with blanks and quotes stay one word each', () => {
  const file = '/home/me/my "app"/Docker file';
  const folder = '/home/me/my "app"';
  expect(planBuild({ file, folder, target: 'build' }, here)).toEqual({
    args: ['build', '--target', 'build', '--file', file, folder],
    env: {},
  });
});

test('the last stage needs no target', () => {
  expect(planBuild({ file: '/a/Dockerfile', folder: '/a', target: null }, here).args).toEqual([
    'build',
    '--file',
    '/a/Dockerfile',
    '/a',
  ]);
});

test('an engine that our own setting chose is told to docker', () => {
  const call = planBuild({ file: '/a/D', folder: '/a', target: null }, { source: 'setting', host: 'ssh://me@far' });
  expect(call.env).toEqual({ DOCKER_HOST: 'ssh://me@far' });
});

test.each([[undefined], [null], ['x'], [{ uri: 1, target: null }], [{ uri: 'file:///a' }], [{ uri: 'a', target: 2 }]])(
  '%j is no stage to build',
  (given) => {
    expect(readBuildArguments(given)).toBeUndefined();
  },
);

test('what the server hands over is', () => {
  expect(readBuildArguments({ uri: 'file:///a', target: null, more: 1 })).toEqual({ uri: 'file:///a', target: null });
});

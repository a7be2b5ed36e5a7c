import { describe, expect, test } from 'vitest';
import { masked } from '#core';
import { isSecretName, maskSecrets } from '../../client/src/documents/mask-secrets.ts';

describe('the JSON of an object on the screen', () => {
  test('covers variables that are likely secrets and leaves the others', () => {
    const json = {
      Config: {
        Env: ['PATH=/bin', 'POSTGRES_PASSWORD=hunter2', 'API_KEY=abc=def', 'PASSWORD_FILE=/run/secrets/p', 'TOKEN='],
      },
    };
    expect(maskSecrets(json)).toEqual({
      Config: {
        Env: [
          'PATH=/bin',
          `POSTGRES_PASSWORD=${masked}`,
          `API_KEY=${masked}`,
          'PASSWORD_FILE=/run/secrets/p',
          'TOKEN=',
        ],
      },
    });
  });

  test('covers options, properties and the password in an address', () => {
    const json = {
      Args: ['--password', 'hunter2', '--user', 'me', '--token=abc', 'postgres://me:hunter2@db/app'],
      Labels: { 'app.secret': 'x', 'app.author': 'me' },
    };
    expect(maskSecrets(json)).toEqual({
      Args: ['--password', masked, '--user', 'me', `--token=${masked}`, `postgres://me:${masked}@db/app`],
      Labels: { 'app.secret': masked, 'app.author': 'me' },
    });
  });

  test('keeps everything that is no text as it is', () => {
    const json = { Id: 'abc', Pid: 0, Running: true, Health: null, Mounts: [] };
    expect(maskSecrets(json)).toEqual(json);
  });

  test.each([
    'DB_PASSWORD',
    'password',
    'pgPassword',
    'SECRET_KEY_BASE',
    'authToken',
    'GITHUB_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
  ])('%s is the name of a secret', (name) => expect(isSecretName(name)).toBe(true));
  test.each(['PATH', 'AUTHOR', 'PASSENGER', 'TOKENIZER', 'SECRET_FILE', 'KEYBOARD'])('%s is not', (name) =>
    expect(isSecretName(name)).toBe(false),
  );
});

import { findAccounts, parseDockerfile } from '#core';
import { describe, expect, test } from 'vitest';

/** Each account as `user name` or `group name`, with its number where one is written. */
function accountsOf(command: string): string[] {
  const { instructions } = parseDockerfile(`FROM a\nRUN ${command}\n`);
  return instructions
    .flatMap(findAccounts)
    .map(({ kind, name, id }) => (id === null ? `${kind} ${name}` : `${kind} ${name} ${id}`));
}

describe('accounts that a RUN adds', () => {
  test.each([
    ['useradd app', ['user app']],
    ['useradd -ms /bin/bash -u 1001 app', ['user app 1001']],
    ['groupadd --gid=1000 web && useradd --uid 1000 -g web web', ['group web 1000', 'user web 1000']],
    ['addgroup -S app && adduser -S app -G app', ['group app', 'user app']],
    ['adduser --system --group --home /srv runner', ['user runner']],
    ['sudo /usr/sbin/useradd -r app', ['user app']],
    ['apt-get update; adduser -D -g "" -u 7 a-b', ['user a-b 7']],
    ['<<EOF\nset -e\nuseradd inside\nEOF', ['user inside']],
  ])('%j', (command, accounts) => {
    expect(accountsOf(command)).toEqual(accounts);
  });

  test.each([
    ['an existing user joins a group', 'adduser www-data docker'],
    ['a name that only the build knows', 'useradd $NAME'],
    ['a sentence about it', 'echo "please run useradd app"'],
    ['no name', 'useradd -m'],
    ['no script', '["useradd", "app"]'],
  ])('none: %s', (_why, command) => {
    expect(accountsOf(command)).toEqual([]);
  });
});

import {
  createShellcheck,
  defaultConfig,
  importPeerConfig,
  lintDocument,
  noKnowledge,
  parseDocument,
  readShellcheckOutput,
  rules as all,
  shellcheckArguments,
  type LintConfig,
  type ShellcheckComment,
  type ShellcheckScript,
} from '#core';
import { planSuppression } from '#core/language/suppress-action.ts';
import shellcheckRule from '#core/rules/dockerfile/shellcheck.ts';
import { describe, expect, test } from 'vitest';

const rules = [...all.filter(({ id }) => id !== shellcheckRule.id), shellcheckRule];
const script = (text: string): ShellcheckScript => ({ shell: 'sh', text });
const output = (code: number) =>
  JSON.stringify({
    comments: [{ line: 2, column: 1, endLine: 2, endColumn: 5, level: 'info', code, message: 'm', fix: null }],
  });

describe('asking', () => {
  test('nobody waits: what is not known is noted, asked once, and known from then on', async () => {
    const asked: string[] = [];
    const shellcheck = createShellcheck((each) => (asked.push(each.text), Promise.resolve(output(2086))));
    const find = shellcheck.knowledge('a');
    expect(find?.(script('x'))).toBeUndefined();
    expect(shellcheck.isWaiting()).toBe(true);
    shellcheck.knowledge('b')?.(script('x'));
    expect(await shellcheck.work()).toBe(true);
    expect(asked).toEqual(['x']);
    expect(shellcheck.knowledge()?.(script('x'))).toMatchObject([{ code: 2086, level: 'info', message: 'm' }]);
    expect(await shellcheck.work()).toBe(false);
  });
  test('a file that is judged again takes back what it asked before', async () => {
    const asked: string[] = [];
    const shellcheck = createShellcheck((each) => (asked.push(each.text), Promise.resolve('')));
    for (const text of ['e', 'ec', 'ech', 'echo']) shellcheck.knowledge('a')?.(script(text));
    await shellcheck.work();
    expect(asked).toEqual(['echo']);
  });
  test('a few at a time', async () => {
    let running = 0;
    let most = 0;
    const shellcheck = createShellcheck(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      return '';
    });
    const find = shellcheck.knowledge('a');
    for (let index = 0; index < 30; index++) find?.(script(String(index)));
    await shellcheck.work();
    expect(most).toBe(4);
  });
  test('without the program there is no knowledge, and nothing is tried again', async () => {
    let tries = 0;
    const shellcheck = createShellcheck(() => (tries++, Promise.resolve(undefined)));
    const find = shellcheck.knowledge('a');
    for (let index = 0; index < 30; index++) find?.(script(String(index)));
    expect(await shellcheck.work()).toBe(true);
    expect(tries).toBeLessThanOrEqual(4);
    expect(shellcheck.knowledge('a')).toBeUndefined();
    expect(shellcheck.isWaiting()).toBe(false);
  });
  test('who fails or talks nonsense has nothing to say', async () => {
    for (const answer of [
      Promise.reject(new Error('late')),
      Promise.resolve('oops'),
      Promise.resolve('{"comments":[1,{"code":"x"}]}'),
    ]) {
      const shellcheck = createShellcheck(() => answer);
      shellcheck.knowledge('a')?.(script('x'));
      await shellcheck.work();
      expect(shellcheck.knowledge()?.(script('x'))).toEqual([]);
    }
  });
  test('the shell is named, and codes that a Dockerfile cannot heed are left out', () => {
    const words = shellcheckArguments({ shell: 'dash', text: '' });
    expect(words).toContain('--shell=dash');
    expect(words.find((word) => word.startsWith('--exclude='))?.split(/[=,]/)).toEqual(
      expect.arrayContaining(['SC1090', 'SC2187', 'SC2148']),
    );
  });
});

describe('each code has a name of its own', () => {
  const say = (code: number): ShellcheckComment => {
    const [comment] = readShellcheckOutput(output(code));
    if (!comment) throw new Error('no comment');
    return comment;
  };
  const codesOf = (text: string, config: LintConfig = defaultConfig) => {
    const knowledge = { ...noKnowledge, shellcheck: () => [say(2086), say(2046)] };
    const { findings } = lintDocument(parseDocument('dockerfile', 'Dockerfile', text), {
      rules,
      config,
      knowledge,
      today: '2026-01-01',
    });
    return findings
      .filter(({ rule }) => /shellcheck|suppression/.test(rule))
      .map(
        ({ rule, refs, severity, suppressed }) => `${refs.hadolint?.[0] ?? rule} ${suppressed ? 'silenced' : severity}`,
      );
  };
  const run = 'RUN echo x\n';
  test('in findings', () => {
    expect(codesOf(`FROM a\n${run}`)).toEqual(['SC2086 info', 'SC2046 info']);
  });
  test('in comments', () => {
    expect(codesOf(`FROM a\n# hadolint ignore=SC2086\n${run}`)).toEqual(['SC2086 silenced', 'SC2046 info']);
    expect(codesOf(`FROM a\n# drydock ignore=shellcheck\n${run}`)).toEqual(['SC2086 silenced', 'SC2046 silenced']);
    expect(codesOf(`FROM a\n# drydock ignore=SC2046\n${run}`)).toEqual(['SC2086 info', 'SC2046 silenced']);
    expect(codesOf(`FROM a\n# drydock ignore=SC1000\n${run}`)).toContain('drydock/unused-suppression info');
  });
  test('in the comment that the editor offers', () => {
    const document = parseDocument('dockerfile', 'Dockerfile', `FROM a\n${run}`);
    const knowledge = { ...noKnowledge, shellcheck: () => [say(2086)] };
    const { findings } = lintDocument(document, { rules: [shellcheckRule], knowledge, today: '2026-01-01' });
    const [edit] = findings.flatMap((each) => planSuppression(document, each, rules)?.edits ?? []);
    expect(edit?.newText).toBe('# drydock ignore=SC2086 reason=\n');
  });
  test('in settings', () => {
    const config = { ...defaultConfig, rules: { SC2086: 'off', SC2046: 'error' } } as const;
    expect(codesOf(`FROM a\n${run}`, config)).toEqual(['SC2046 error']);
  });
  test('in the settings of hadolint', () => {
    const config = importPeerConfig([{ name: '.hadolint.yaml', text: 'ignored: [SC2086]\n' }], rules);
    expect(codesOf(`FROM a\n${run}`, config)).toEqual(['SC2046 info']);
  });
  test('a comment is not called needless where nobody was asked', () => {
    const document = parseDocument('dockerfile', 'Dockerfile', `FROM a:1\n# drydock ignore=SC2086\n${run}`);
    const { findings } = lintDocument(document, { rules: [shellcheckRule], today: '2026-01-01' });
    expect(findings).toEqual([]);
  });
});

import { beforeAll, describe, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { standIns } from './stand-in-grammars.data.ts';
import { checkScopes as check, loadGrammar } from './textmate.ts';

let ignore: IGrammar;

beforeAll(async () => {
  ignore = await loadGrammar('source.dockerignore', standIns);
});

describe('.dockerignore', () => {
  test('comments stand at the start of a line only', () => {
    check(
      ignore,
      `
        # words
        ^^^^^^^ comment.line
          # a name
          ^^^^^^^^ !comment
        a # b
        ^ string.unquoted.pattern
          ^^^ !comment
      `,
    );
  });

  test('negation, wildcards, classes and escapes', () => {
    check(
      ignore,
      `
        ! src/**/*.[jt]s
        ^ keyword.operator.negation
          ^^^ string.unquoted.pattern
             ^ punctuation.separator.path
              ^^ keyword.operator.wildcard.folders
                 ^ keyword.operator.wildcard
                   ^^^^ constant.other.character-class
        \\!a?
        ^^ constant.character.escape
           ^ keyword.operator.wildcard
      `,
    );
  });
});

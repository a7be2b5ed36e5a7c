import { beforeAll, describe, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { standIns } from './stand-in-grammars.data.ts';
import { checkScopes as check, loadGrammar } from './textmate.ts';

let compose: IGrammar;

beforeAll(async () => {
  compose = await loadGrammar('source.yaml.dockercompose', standIns);
});

describe('Compose', () => {
  test('variables in every kind of value, but not in comments', () => {
    check(
      compose,
      `
        a: b$$X \${Y:-def} rest # \${C}
            ^^ constant.character.escape.dollar
                  ^ variable.other.dockercompose
                   ^^ keyword.operator.expansion
                     ^^^ string.unquoted.default
                          ^^^^ string.unquoted.yaml
                                ^^^^^^ !variable
        b: "it \${Z?none \${W}} $V"
                 ^ variable.other.dockercompose
                          ^ variable.other.dockercompose
                              ^^ variable.other.dockercompose
        c: x
        ^ entity.name.tag.yaml
      `,
    );
  });

  test('images and ports', () => {
    check(
      compose,
      `
        services:
          web:
            image: "reg:5000/acme/web:\${TAG:-1.2}@sha256:ab"
                    ^^^^^^^^^^^^^^^^^ entity.name.type.image
                                        ^^^ variable.other.dockercompose
                                                  ^^^^^^^^^ constant.other.digest
            ports:
              - "127.0.0.1:8080:80/tcp"
                 ^^^^^^^^^ constant.numeric.address
                           ^^^^ constant.numeric.port.published
                                ^^ constant.numeric.port
                                   ^^^ support.constant.protocol
            volumes:
              - ./a:/b
                ^^^^^^ !constant.numeric
      `,
    );
  });
});

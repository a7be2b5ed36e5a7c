import {
  applyFixes,
  formatMessage,
  lintDocument,
  parseDocument,
  parseLintConfig,
  type Finding,
  type Language,
} from '#core';
import { describe, expect, test } from 'vitest';
import { dedent, drawMarks, readDrawing } from '#test/kit/marks.ts';
import { sampleRules } from './sample-rules.ts';

const { config } = parseLintConfig('preset: strict', sampleRules);
const options = { rules: sampleRules, config, today: '2026-11-21' };

function lint(language: Language, text: string): readonly Finding[] {
  const { findings, crashes } = lintDocument(parseDocument(language, 'a', text), options);
  expect(crashes).toEqual([]);
  return findings;
}

/** Draws the findings left; one that a comment silenced shows as `(by: reason)`. */
function check(language: Language, drawing: string): void {
  const { text, marks } = readDrawing(drawing);
  const drawn = lint(language, text).map(({ span, message, suppressed }) => ({
    ...span,
    message: suppressed === null ? formatMessage(message) : `(${suppressed.by}: ${suppressed.reason ?? '-'})`,
  }));
  expect(drawMarks(text, drawn)).toBe(drawMarks(text, marks));
}

function fixed(language: Language, drawing: string): string {
  return applyFixes(parseDocument(language, 'a', dedent(drawing)), options).text;
}

describe('comments in a Dockerfile', () => {
  test('the next instruction is silenced, the one after it is not', () => {
    check(
      'dockerfile',
      `
      FROM alpine
      # drydock ignore=no-add reason=unpacked later

      # something else
      ADD a /a
      ^^^ (drydock: unpacked later)
      ADD b /b
      ^^^ Use COPY for \`b\`
    `,
    );
  });

  test('stage and file scopes', () => {
    check(
      'dockerfile',
      `
      # drydock file ignore=no-root
      FROM alpine AS a
      ADD a /a
      ^^^ Use COPY for \`a\`
      USER root
           ^^^^ (drydock: -)
      # drydock stage ignore=DL3020
      FROM alpine AS b
      ADD b /b
      ^^^ (drydock: -)
      ADD c /c
      ^^^ (drydock: -)
      FROM alpine
      ADD d /d
      ^^^ Use COPY for \`d\`
    `,
    );
  });

  test('a stage comment inside a stage speaks for that stage', () => {
    check(
      'dockerfile',
      `
      FROM alpine AS a
      ADD a /a
      ^^^ (drydock: -)
      # drydock stage ignore=no-add
      ADD b /b
      ^^^ (drydock: -)
      FROM alpine
      ADD d /d
      ^^^ Use COPY for \`d\`
    `,
    );
  });

  test('comments of other tools silence the rules they name, and only those', () => {
    check(
      'dockerfile',
      `
      # check=skip=NoRoot
      FROM alpine
      # hadolint ignore=DL3020 # by choice
      ADD a /a
      ^^^ (hadolint: by choice)
      #trivy:ignore:AVD-DS-0005
      ADD b /b
      ^^^ (trivy: -)
      # hadolint ignore=DL3002
      ADD c /c
      ^^^ Use COPY for \`c\`
      # kics-scan ignore-line
      ADD d /d
      ^^^ (kics: -)
      # trivy:ignore:DS-0005:exp:2026-11-20
      ADD e /e
      ^^^ Use COPY for \`e\`
      USER root
           ^^^^ (buildkit: -)
    `,
    );
  });

  test('checkov speaks for a whole file', () => {
    check(
      'dockerfile',
      `
      FROM alpine
      ADD a /a
      ^^^ (checkov: so it is)
      # checkov:skip=CKV_DOCKER_4:so it is
    `,
    );
  });

  test('a comment between the lines of an instruction speaks for it', () => {
    check(
      'dockerfile',
      `
      FROM alpine
      ADD \\
      ^^^ (drydock: -)
        # drydock ignore=no-add
        a /a
    `,
    );
  });

  test('our own comments are judged', () => {
    check(
      'dockerfile',
      `
      FROM alpine
      # drydock ignore=no-add
      ^^^^^^^^^^^^^^^^^^^^^^^ Nothing here needs this comment.
      COPY a /a
      # drydock ignore=no-add,no-root
                              ^^^^^^^ Nothing here needs \`no-root\` to be ignored.
      ADD a /a
      ^^^ (drydock: -)
      # drydock ignore=no-add until=2026-11-20
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment counted until 2026-11-20 and silences nothing any more.
      ADD a /a
      ^^^ Use COPY for \`a\`
      # drydock ignore=no-add until=2026-11-21
      ADD a /a
      ^^^ (drydock: -)
      # drydock ignore=no-ad,no-add until=2026-02-30 please
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`2026-02-30\` is no day. Write \`until=YYYY-MM-DD\`.
                       ^^^^^ No rule is called \`no-ad\`. Did you mean \`dockerfile/no-add\`?
                                                     ^^^^^^ \`please\` is not understood here. Write \`reason=…\` or \`until=YYYY-MM-DD\`.
      ADD a /a
      ^^^ (drydock: -)
    `,
    );
  });

  test('what the builder would refuse cannot be silenced', () => {
    const findings = lint('dockerfile', 'FROM alpine\n# drydock ignore=unknown-instruction\nNOPE x\n');
    const refused = findings.filter(({ rule }) => rule.startsWith('dockerfile/'));
    expect(refused.length).toBeGreaterThan(0);
    for (const { suppressed } of refused) expect(suppressed).toBeNull();
  });
});

describe('comments in a Compose file', () => {
  test('the node below, the same line, the service', () => {
    check(
      'compose',
      `
      services:
        a:
          image: x
          # drydock ignore=no-privileged reason=needed
          privileged: true
          ^^^^^^^^^^ (drydock: needed)
        b:
          image: x
          privileged: true # drydock ignore=CIS:5.5 reason=by hand
          ^^^^^^^^^^ (drydock: by hand)
        # drydock ignore=no-privileged
        c:
          image: x
          privileged: true
          ^^^^^^^^^^ (drydock: -)
        d:
          # drydock service ignore=no-privileged
          image: x
          privileged: true
          ^^^^^^^^^^ (drydock: -)
        e:
          image: x # drydock ignore=no-privileged
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing here needs this comment.
          privileged: true
          ^^^^^^^^^^ Service \`e\` runs privileged
    `,
    );
  });

  test('dclint and KICS', () => {
    check(
      'compose',
      `
      services:
        a:
          image: x
          # dclint disable-line no-privileged
          privileged: true
          ^^^^^^^^^^ (dclint: -)
        b:
          image: x
          privileged: true # dclint disable-line
          ^^^^^^^^^^ (dclint: -)
        c:
          image: x
          # dclint disable-line other
          privileged: true
          ^^^^^^^^^^ Service \`c\` runs privileged
        d:
          image: x
          # kics-scan ignore-block
          privileged: true
          ^^^^^^^^^^ (kics: -)
    `,
    );
    check(
      'compose',
      '# dclint disable-file\nservices:\n  a: { image: x, privileged: true }\n                 ^^^^^^^^^^ (dclint: -)\n',
    );
  });

  test('a rule that is off may keep its comment', () => {
    const text = 'services:\n  a:\n    image: x\n    # drydock ignore=no-privileged\n    privileged: true\n';
    const { findings } = lintDocument(parseDocument('compose', 'a', text), { rules: sampleRules, today: '2026-11-21' });
    expect(findings).toEqual([]);
  });

  test.each([
    '# drydock ignore=no-privileged',
    'a: [\n# drydock ignore=x\n',
    'a: 1\n# drydock service ignore=x',
    '\uFEFF# drydock ignore=x\r\n',
  ])('%j does not throw, and every place lies inside', (text) => {
    for (const { span } of lint('compose', text)) {
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe('fixes', () => {
  test('comments that nothing needs go, and what they stood in stays', () => {
    const drawing = `
      services:
        # drydock ignore=no-add
        a:
          image: x # drydock ignore=no-privileged
          # drydock service ignore=no-add,no-privileged reason=x
          privileged: true
    `;
    expect(fixed('compose', drawing)).toBe(
      dedent(`
      services:
        a:
          image: x
          # drydock service ignore=no-privileged reason=x
          privileged: true
    `),
    );
  });

  test('all safe fixes of a file are applied at once, twice changes nothing', () => {
    const text = fixed('dockerfile', 'FROM alpine\r\nADD a /a\r\n# drydock ignore=no-add\r\nADD b /b\r\nADD c /c\r\n');
    expect(text).toBe('FROM alpine\r\nCOPY a /a\r\n# drydock ignore=no-add\r\nADD b /b\r\nCOPY c /c\r\n');
    expect(fixed('dockerfile', text)).toBe(text);
  });
});

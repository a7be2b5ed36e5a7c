import type { Knowledge, ShellcheckComment, ShellcheckScript } from '#core';
import rule from '#core/rules/dockerfile/shellcheck.ts';
import { expect, test } from 'vitest';
import { parseDockerfile, runDockerfileRules } from '#core';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'SC2086: Double quote this.';

/** Finds `$name` without quotes, in the places that ShellCheck itself would give. The real one is asked in test/lsp. */
function answer({ text }: ShellcheckScript): readonly ShellcheckComment[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/(?<![\w"])\$\w+/g)].map((match): ShellcheckComment => {
      const column = Array.from(line.slice(0, match.index)).length + 1;
      const endColumn = column + match[0].length;
      const at = { line: index + 1, column, endLine: index + 1, endColumn };
      const quote = (place: number) => ({ ...at, column: place, endColumn: place, replacement: '"' });
      const fix = [quote(column), quote(endColumn)];
      return { ...at, level: 'info', code: 2086, message: 'Double quote this.', fix };
    }),
  );
}

const knowledge: Knowledge = { image: () => undefined, shellcheck: answer };

ruleTest(
  rule,
  {
    'a place in a line, and what is proposed for it': {
      given: `
        FROM debian:12
        RUN --mount=type=cache,target=/c rm -rf $DIR
                                                ^^^^ ${says}
      `,
      fixed: `
        FROM debian:12
        RUN --mount=type=cache,target=/c rm -rf "$DIR"
      `,
    },
    'behind continuations, comments, and characters of two units': {
      given: `
        FROM debian:12
        RUN echo "😀" $A \\
                      ^^ ${says}
          # not $this
          && rm -rf $B
                    ^^ ${says}
      `,
      fixed: `
        FROM debian:12
        RUN echo "😀" "$A" \\
          # not $this
          && rm -rf "$B"
      `,
    },
    'in the script of a heredoc, behind its shebang and ONBUILD': {
      given: `
        FROM debian:12
        ONBUILD RUN <<EOF
        #!/bin/bash -e
        	rm -rf $A
        	       ^^ ${says}
        EOF
      `.replaceAll('\t', ' '),
      fixed: `
        FROM debian:12
        ONBUILD RUN <<EOF
        #!/bin/bash -e
         rm -rf "$A"
        EOF
      `,
    },
    'beside the data of a heredoc': {
      given: `
        FROM debian:12
        RUN cat <<'EOF' > $FILE
                          ^^^^^ ${says}
        data
        EOF
      `,
      fixed: `
        FROM debian:12
        RUN cat <<'EOF' > "$FILE"
        data
        EOF
      `,
    },
    'no shell script: the array form, other shells and languages, other instructions': {
      given: `
        FROM debian:12
        RUN ["rm", "$DIR"]
        RUN <<EOF
        #!/usr/bin/env node
        $x
        EOF
        CMD rm $DIR
        SHELL ["pwsh", "-Command"]
        RUN rm $DIR
        SHELL ["/bin/zsh", "-c"]
        RUN rm $DIR
        FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
        RUN del $DIR
      `,
    },
    'without ShellCheck there is silence': {
      knowledge: { image: () => undefined },
      given: `
        FROM debian:12
        RUN rm -rf $DIR
      `,
    },
    'a piece without FROM': {
      given: `
        RUN rm -rf $DIR
                   ^^^^ ${says}
      `,
      fixed: `
        RUN rm -rf "$DIR"
      `,
    },
  },
  knowledge,
);

test('the shell and the variables in force are told to ShellCheck', () => {
  const asked: ShellcheckScript[] = [];
  const text = [
    'FROM debian:12 AS base',
    'ARG from_arg',
    'ENV from_env=1 unused=2',
    'RUN echo $from_arg $from_env $http_proxy $other',
    'SHELL ["/usr/bin/bash", "-o", "pipefail", "-c"]',
    'FROM base',
    'RUN echo $from_env',
    'RUN <<EOF',
    '#!/usr/bin/env -S ksh -e',
    'echo $from_arg',
    'EOF',
    'FROM alpine:3.23',
    'SHELL ["/bin/ash", "-c"]',
    'RUN echo $from_env',
  ];
  runDockerfileRules(parseDockerfile(text.join('\n')), {
    rules: [{ rule, severity: 'info', pinned: false }],
    knowledge: { image: () => undefined, shellcheck: (script) => (asked.push(script), []) },
  });
  expect(asked).toEqual([
    { shell: 'sh', text: 'export from_arg=1 from_env=1 http_proxy=1\necho $from_arg $from_env $http_proxy $other' },
    { shell: 'bash', text: 'export from_env=1\necho $from_env' },
    { shell: 'ksh', text: '#!/usr/bin/env -S ksh -e\nexport from_arg=1\necho $from_arg\n' },
    { shell: 'dash', text: '\necho $from_env' },
  ]);
});

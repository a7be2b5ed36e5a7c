import rule from '#core/rules/dockerfile/curl-pipe-shell.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (shell: string, tool: string) =>
  `\`${shell}\` runs whatever \`${tool}\` receives: download to a file, compare its checksum, then run it.`;

ruleTest(rule, {
  'the pipe is marked': {
    given: `
      FROM debian:12
      RUN curl -fsSL https://example.org/install.sh | sh
                                                    ^ ${says('sh', 'curl')}
    `,
  },
  'options of the shell, sudo, wget and python': {
    given: `
      FROM debian:12
      RUN curl -fsSL https://example.org/setup | bash -s -- --yes
                                               ^ ${says('bash', 'curl')}
      RUN wget -qO- https://example.org/setup | sudo -E bash -
                                              ^ ${says('bash', 'wget')}
      RUN curl -sSL https://example.org/install.py | python3 -
                                                   ^ ${says('python3', 'curl')}
      RUN curl https://sh.example.org | CI=1 sh -ex
                                      ^ ${says('sh', 'curl')}
    `,
  },
  'something in between does not check it': {
    given: `
      FROM debian:12
      RUN curl -fsSL https://example.org/a.gz | gunzip | sh
                                                       ^ ${says('sh', 'curl')}
    `,
  },
  'continued lines, and other commands around it': {
    given: `
      FROM debian:12
      RUN set -eux \\
        && curl -fsSL https://example.org/install.sh \\
           # run it
           | bash \\
           ^ ${says('bash', 'curl')}
        && true
    `,
  },
  'a substitution is the same thing': {
    given: `
      FROM debian:12
      RUN sh -c "$(curl -fsSL https://example.org/install.sh)"
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('sh', 'curl')}
    `,
  },
  'the script of a heredoc and ONBUILD': {
    given: `
      FROM debian:12
      RUN <<EOF
      curl https://example.org/x | sh
                                 ^ ${says('sh', 'curl')}
      EOF
      ONBUILD RUN curl https://example.org/x | sh
                                             ^ ${says('sh', 'curl')}
    `,
  },
  'what is only read is not run': {
    given: `
      FROM debian:12
      RUN curl -s https://example.org/v | grep tag | cut -d : -f 2
      RUN curl -s https://example.org/v.json | python3 -m json.tool
      RUN curl -s https://example.org/v.json | python3 -c 'import json, sys; print(json.load(sys.stdin))'
      RUN curl -s https://example.org/v | node -p 'x'
      RUN curl -s https://example.org/v | perl -ne 'print'
      RUN curl -s https://example.org/a.tgz | tar xz
      RUN curl -s https://example.org/v | sh ./read-version.sh
      RUN curl -s https://example.org/v | sh -c 'cat > /v'
    `,
  },
  'two commands in a row are no pipe': {
    given: `
      FROM debian:12
      RUN curl -o x.sh https://example.org/x.sh && sha256sum -c x.sum && sh x.sh
      RUN curl -o x.sh https://example.org/x.sh || sh fallback.sh
      RUN cat install.sh | sh
    `,
  },
  'in a script for another shell': {
    given: `
      FROM debian:12
      RUN bash -c "curl -sSL https://example.org/i.sh | sh"
                                                      ^ \`sh\` runs whatever \`curl\` receives: download to a file, compare its checksum, then run it.
      RUN curl -sSL https://example.org/list | xargs sh
    `,
  },
  'a piece without FROM': {
    given: `
      RUN curl -fsSL https://example.org/install.sh | sh
                                                    ^ ${says('sh', 'curl')}
    `,
  },
});

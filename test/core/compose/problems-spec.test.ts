import { problemTest } from './problem-drawing.ts';

problemTest({
  'command parenthesis': `
    services:
      a:
        image: a:1
        command: echo (x)
                 ^^^^^^^^ The quotes or brackets of this command do not fit together.
  `,
  'command quotes': `
    services:
      a:
        image: a:1
        command: sh -c 'echo
                 ^^^^^^^^^^^ The quotes or brackets of this command do not fit together.
  `,
  'condition missing': `
    services:
      a:
        image: a:1
        depends_on:
          b: {}
          ^ \`condition\` is missing here; Compose requires it.
      b:
        image: b:1
  `,
  condition: `
    services:
      a:
        image: a:1
        depends_on:
          b:
            condition: service_ready
                       ^^^^^^^^^^^^^ \`condition\` takes one of \`service_started\`, \`service_healthy\`, \`service_completed_successfully\`.
      b:
        image: b:1
  `,
  'date as value': `
    services:
      a:
        image: a:1
        labels:
          built: 2024-01-31
                 ^^^^^^^^^^ YAML reads \`2024-01-31\` as a date. Put it in quotes.
  `,
  'duration without unit': `
    services:
      a:
        image: a:1
        healthcheck:
          test: "true"
          interval: "30"
                    ^^^^ \`interval\` cannot be read from \`30\`; write for example \`1m30s\`.
  `,
  'environment as text': `
    services:
      a:
        image: a:1
        environment: A=1
                     ^^^ \`environment\` must be a list or a mapping.
  `,
  'environment list value': `
    services:
      a:
        image: a:1
        environment:
          A: [1]
             ^^^ \`A\` must be a single value of this type: string, number, boolean, null.
  `,
  'health test list': `
    services:
      a:
        image: a:1
        healthcheck:
          test: ["curl", "localhost"]
                 ^^^^^^ A \`test\` that is a list begins with \`CMD\`, \`CMD-SHELL\` or \`NONE\`.
  `,
  'mount type': `
    services:
      a:
        image: a:1
        volumes:
          - type: folder
                  ^^^^^^ \`type\` takes one of \`bind\`, \`volume\`, \`tmpfs\`, \`cluster\`, \`npipe\`, \`image\`.
            source: .
            target: /x
  `,
  'mount without target': `
    services:
      a:
        image: a:1
        volumes:
          - type: bind
            ^^^^ \`target\` is missing here; Compose requires it.
            source: .
  `,
  'ports as text': `
    services:
      a:
        image: a:1
        ports: "80:80"
               ^^^^^^^ \`ports\` must be a list.
  `,
  'ports null': `
    services:
      a:
        image: a:1
        ports:
        ^^^^^ \`ports\` must be a list.
  `,
  'pull policy': `
    services:
      a:
        image: a:1
        pull_policy: sometimes
                     ^^^^^^^^^ Compose does not accept \`sometimes\` as \`pull_policy\`.
  `,
  'restart as switch': `
    services:
      a:
        image: a:1
        restart: false
                 ^^^^^ \`restart\` must be text. Put \`false\` in quotes.
  `,
  retries: `
    services:
      a:
        image: a:1
        healthcheck:
          test: "true"
          retries: often
                   ^^^^^ \`retries\` cannot be read from \`often\`; write for example \`10\`.
  `,
  'service null': `
    services:
      a:
      ^ \`a\` must be a mapping of keys and values.
  `,
  'service text': `
    services:
      a: nginx
         ^^^^^ \`a\` must be a mapping of keys and values.
  `,
  'services list': `
    services:
      - a
      ^^^ \`services\` must be a mapping of keys and values.
  `,
  'services null': `
    services:
    ^^^^^^^^ \`services\` must be a mapping of keys and values.
  `,
  size: `
    services:
      a:
        image: a:1
        mem_limit: 512x
                   ^^^^ \`mem_limit\` cannot be read from \`512x\`; write for example \`512m\`.
  `,
  'switch that is none': `
    services:
      a:
        image: a:1
        privileged: maybe
                    ^^^^^ \`privileged\` cannot be read from \`maybe\`; write for example \`true\`.
  `,
  'unknown build key': `
    services:
      a:
        build:
          contxt: .
          ^^^^^^ Compose knows no \`contxt\` here. Did you mean \`context\`?
  `,
  'unknown deploy key': `
    services:
      a:
        image: a:1
        deploy:
          limits:
          ^^^^^^ Compose knows no \`limits\` in \`deploy\`.
            memory: 1g
  `,
  'unknown healthcheck key': `
    services:
      a:
        image: a:1
        healthcheck:
          tests: ["CMD", "true"]
          ^^^^^ Compose knows no \`tests\` here. Did you mean \`test\`?
  `,
  'unknown service key': `
    services:
      a:
        imag: a:1
        ^^^^ Compose knows no \`imag\` here. Did you mean \`image\`?
        image: a:1
  `,
  'user as number': `
    services:
      a:
        image: a:1
        user: 1000
              ^^^^ \`user\` must be text. Put \`1000\` in quotes.
  `,
  'version as number': `
    version: 3.8
             ^^^ \`version\` must be text. Put \`3.8\` in quotes.
    services:
      a:
        image: a:1
  `,
});

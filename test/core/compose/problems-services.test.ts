import { problemTest } from './problem-drawing.ts';

problemTest({
  'config with two contents': `
    services:
      a:
        image: a:1
    configs:
      c:
        file: ./a
        content: b
        ^^^^^^^ Only one of \`file\`, \`environment\`, \`content\` can be given.
  `,
  'container name': `
    services:
      a:
        image: a:1
        container_name: -x
                        ^^ Compose does not accept \`-x\` as \`container_name\`.
  `,
  'empty image': `
    services:
      a:
      ^ \`a\` has neither an \`image\` nor a \`build\`, so there is nothing to run.
        image: ""
  `,
  'external volume with driver': `
    services:
      a:
        image: a:1
    volumes:
      v:
        external: true
        driver: local
        ^^^^^^ \`driver\` cannot be set for a volume that exists already (\`external\`).
  `,
  'host without address': `
    services:
      a:
        image: a:1
        extra_hosts: ["somewhere"]
                      ^^^^^^^^^^^ Write the address behind the name: \`somewhere=203.0.113.7\`.
  `,
  'network mode and networks': `
    services:
      a:
        image: a:1
        network_mode: host
        ^^^^^^^^^^^^ \`network_mode\` and \`networks\` exclude each other.
        networks: [default]
  `,
  'same container name': `
    services:
      a:
        image: a:1
        container_name: one
      b:
        image: b:1
        container_name: one
                        ^^^ \`one\` is already the container name of \`a\`.
  `,
  'scale and replicas': `
    services:
      a:
        image: a:1
        scale: 2
        ^^^^^ \`scale\` and \`deploy.replicas\` give different numbers.
        deploy:
          replicas: 3
  `,
  'scale with container name': `
    services:
      a:
        image: a:1
        container_name: one
        ^^^^^^^^^^^^^^ Several containers cannot all have the name that \`container_name\` sets.
        scale: 2
  `,
  'secret without content': `
    services:
      a:
        image: a:1
    secrets:
      s: {}
      ^ Nothing says where the content of \`s\` comes from: give one of \`file\`, \`environment\`.
  `,
  'service name': `
    services:
      "a b":
      ^^^^^ A name is made of letters, digits, \`.\`, \`_\` and \`-\` only.
        image: a:1
  `,
  'service without image': `
    services:
      a:
      ^ \`a\` has neither an \`image\` nor a \`build\`, so there is nothing to run.
        command: sleep 1d
  `,
  'two dockerfiles': `
    services:
      a:
        build:
          context: .
          dockerfile: Dockerfile
          dockerfile_inline: FROM scratch
          ^^^^^^^^^^^^^^^^^ \`dockerfile\` and \`dockerfile_inline\` exclude each other.
  `,
  'two memory limits': `
    services:
      a:
        image: a:1
        mem_limit: 1g
        ^^^^^^^^^ \`mem_limit\` and \`deploy.resources.limits.memory\` give different values.
        deploy:
          resources:
            limits:
              memory: 2g
  `,
  'volume colons': `
    services:
      a:
        image: a:1
        volumes: ["/a:/b:ro:z"]
                  ^^^^^^^^^^^^ Too many colons: write \`source:target:options\`.
  `,
  'volume empty side': `
    services:
      a:
        image: a:1
        volumes: ["./x:"]
                  ^^^^^^ One side of a colon is empty: write \`source:target\`.
  `,
  'volume name': `
    services:
      a:
        image: a:1
    volumes:
      "a b":
      ^^^^^ A name is made of letters, digits, \`.\`, \`_\` and \`-\` only.
  `,
  'watch without target': `
    services:
      a:
        build: .
        develop:
          watch:
            - path: .
              action: sync
              ^^^^^^^^^^^^ \`sync\` needs a \`target\`: the place in the container to copy to.
  `,
});

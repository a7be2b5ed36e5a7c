import { problemTest } from './problem-drawing.ts';

problemTest({
  'circle of extends': `
    services:
      a:
        extends: b
      b:
        extends: a
                 ^ These services extend one another: a -> b -> a.
  `,
  'circle of one': `
    services:
      a:
        image: a:1
        depends_on: [a]
                     ^ These services wait for one another: a -> a.
  `,
  circle: `
    services:
      a:
        image: a:1
        depends_on: [b]
      b:
        image: b:1
        links: [c]
      c:
        image: c:1
        network_mode: service:a
                      ^^^^^^^^^ These services wait for one another: a -> b -> c -> a.
  `,
  'undefined base': `
    services:
      a:
        extends: nowhere
                 ^^^^^^^ There is no service \`nowhere\` in this file.
  `,
  'undefined build secret': `
    services:
      a:
        build:
          context: .
          secrets: [nowhere]
                    ^^^^^^^ The secret \`nowhere\` is not declared under the top-level \`secrets\`.
  `,
  'undefined config': `
    services:
      a:
        image: a:1
        configs:
          - source: nowhere
                    ^^^^^^^ The config \`nowhere\` is not declared under the top-level \`configs\`.
  `,
  'undefined link': `
    services:
      a:
        image: a:1
        links: ["nowhere:db"]
                ^^^^^^^^^^^^ There is no service \`nowhere\` in this file.
  `,
  'undefined model': `
    services:
      a:
        image: a:1
        models: [nowhere]
                 ^^^^^^^ The model \`nowhere\` is not declared under the top-level \`models\`.
  `,
  'undefined network mode': `
    services:
      a:
        image: a:1
        network_mode: service:nowhere
                      ^^^^^^^^^^^^^^^ There is no service \`nowhere\` in this file.
  `,
  'undefined network': `
    services:
      a:
        image: a:1
        networks: [nowhere]
                   ^^^^^^^ The network \`nowhere\` is not declared under the top-level \`networks\`.
  `,
  'undefined secret': `
    services:
      a:
        image: a:1
        secrets: [nowhere]
                  ^^^^^^^ The secret \`nowhere\` is not declared under the top-level \`secrets\`.
  `,
  'undefined service': `
    services:
      a:
        image: a:1
        depends_on: [nowhere]
                     ^^^^^^^ There is no service \`nowhere\` in this file.
  `,
  'undefined volume long': `
    services:
      a:
        image: a:1
        volumes:
          - type: volume
            source: nowhere
                    ^^^^^^^ The volume \`nowhere\` is not declared under the top-level \`volumes\`.
            target: /data
  `,
  'undefined volume': `
    services:
      a:
        image: a:1
        volumes:
          - nowhere:/data
            ^^^^^^^^^^^^^ The volume \`nowhere\` is not declared under the top-level \`volumes\`.
  `,
  'undefined volumes from': `
    services:
      a:
        image: a:1
        volumes_from: ["nowhere:ro"]
                       ^^^^^^^^^^^^ There is no service \`nowhere\` in this file.
  `,
});

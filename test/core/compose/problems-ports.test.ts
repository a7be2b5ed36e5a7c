import { problemTest } from './problem-drawing.ts';

problemTest({
  'port address': `
    services:
      a:
        image: a:1
        ports: ["localhost:80:80"]
                ^^^^^^^^^^^^^^^^^ \`localhost\` is no IP address.
  `,
  'port backwards': `
    services:
      a:
        image: a:1
        ports: ["90-80:80"]
                ^^^^^^^^^^ \`90-80\` is no port: write a number up to 65535, or two with a dash between.
  `,
  'port letters': `
    services:
      a:
        image: a:1
        ports: ["web:80"]
                ^^^^^^^^ \`web\` is no port: write a number up to 65535, or two with a dash between.
  `,
  'port nothing behind colon': `
    services:
      a:
        image: a:1
        ports: ["80:"]
                ^^^^^ The port of the container is missing.
  `,
  'port protocol': `
    services:
      a:
        image: a:1
        ports: ["80:80/http"]
                ^^^^^^^^^^^^ \`http\` is no protocol: write \`tcp\`, \`udp\` or \`sctp\`.
  `,
  'port ranges': `
    services:
      a:
        image: a:1
        ports: ["80-82:80-81"]
                ^^^^^^^^^^^^^ \`80-82\` and \`80-81\` are ranges of different lengths.
  `,
  'port too high': `
    services:
      a:
        image: a:1
        ports: ["70000:80"]
                ^^^^^^^^^^ \`70000\` is no port: write a number up to 65535, or two with a dash between.
  `,
  'port without target': `
    services:
      a:
        image: a:1
        ports:
          - published: 80
            ^^^^^^^^^^^^^ This port does not say which port of the container it publishes: \`target\` is missing.
  `,
});

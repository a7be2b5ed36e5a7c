import rule from '#core/rules/compose/host-network.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'network_mode host': {
    given: `
      services:
        a:
          image: a:1
          network_mode: host
          ^^^^^^^^^^^^^^^^^^ \`a\` shares the network of the host: it reaches what listens on localhost and can take any free port.
        b:
          image: a:1
          network_mode: "host"
          ^^^^^^^^^^^^^^^^^^^^ \`b\` shares the network of the host: it reaches what listens on localhost and can take any free port.
    `,
  },
  'with ports the message says that they are ignored': {
    given: `
      services:
        a:
          image: a:1
          network_mode: host
          ^^^^^^^^^^^^^^^^^^ \`a\` shares the network of the host: it reaches what listens on localhost, and its \`ports\` are ignored.
          ports:
            - 80:80
    `,
  },
  'a default of a variable counts': {
    given: `
      services:
        a:
          image: a:1
          network_mode: \${MODE:-host}
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`a\` shares the network of the host: it reaches what listens on localhost and can take any free port.
        b:
          image: a:1
          network_mode: \${MODE}
    `,
  },
  'the built-in network joined by an external name': {
    given: `
      services:
        a:
          image: a:1
          networks: [outside]
                     ^^^^^^^ \`a\` joins the built-in \`host\` network: it reaches what listens on localhost of the host.
        b:
          image: a:1
          networks:
            host:
            ^^^^ \`b\` joins the built-in \`host\` network: it reaches what listens on localhost of the host.
      networks:
        outside:
          external: true
          name: host
        host:
          external: true
    `,
  },
  "a network of one's own that is called host is clean": {
    given: `
      services:
        a:
          image: a:1
          networks: [host]
        b:
          image: b:1
          network_mode: bridge
      networks:
        host:
    `,
  },
  'the network of a build': {
    given: `
      services:
        a:
          build:
            context: .
            network: host
            ^^^^^^^^^^^^^ The build of \`a\` runs in the network of the host and reaches what listens on localhost there.
    `,
  },
  'through a merge key': {
    given: `
      x-net: &net
        network_mode: host
      services:
        a:
          <<: *net
          ^^^^^^^^ \`a\` shares the network of the host: it reaches what listens on localhost and can take any free port.
          image: a:1
    `,
  },
});

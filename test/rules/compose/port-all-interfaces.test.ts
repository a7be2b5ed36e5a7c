import rule from '#core/rules/compose/port-all-interfaces.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'short forms': {
    given: `
      services:
        a:
          image: a:1
          ports:
            - 8080:80
              ^^^^^^^ Port 8080:80 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - "8443:443/tcp"
              ^^^^^^^^^^^^^^ Port 8443:443/tcp is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - '3000-3005:3000-3005'
              ^^^^^^^^^^^^^^^^^^^^^ Port 3000-3005:3000-3005 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
    `,
    fixed: `
      services:
        a:
          image: a:1
          ports:
            - 127.0.0.1:8080:80
            - "127.0.0.1:8443:443/tcp"
            - '127.0.0.1:3000-3005:3000-3005'
    `,
  },
  'a bare container port is published too': {
    given: `
      services:
        a:
          image: a:1
          ports:
            - "80"
              ^^^^ Port 80 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - 81
              ^^ Port 81 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
    `,
    fixed: `
      services:
        a:
          image: a:1
          ports:
            - "127.0.0.1::80"
            - 127.0.0.1::81
    `,
  },
  'an address keeps it clean': {
    given: `
      services:
        a:
          image: a:1
          ports:
            - 127.0.0.1:8080:80
            - 127.0.0.1::81
            - "[::1]:82:82"
            - 192.168.1.10:83:83
            - \${BIND_ADDRESS}:84:84
            - \${HOST}:\${PORT}:85
            - \${BIND:-127.0.0.1}:86:86
    `,
  },
  '0.0.0.0 and :: are every interface': {
    given: `
      services:
        a:
          image: a:1
          ports:
            - 0.0.0.0:8080:80
              ^^^^^^^^^^^^^^^ Port 0.0.0.0:8080:80 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - "[::]:8081:81"
              ^^^^^^^^^^^^^^ Port [::]:8081:81 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
    `,
    fixed: `
      services:
        a:
          image: a:1
          ports:
            - 127.0.0.1:8080:80
            - "127.0.0.1:8081:81"
    `,
  },
  'variables in the port alone': {
    given: `
      services:
        a:
          image: a:1
          ports:
            - \${PORT:-8080}:80
              ^^^^^^^^^^^^^^^^ Port \${PORT:-8080}:80 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - "\${PORT}:81"
              ^^^^^^^^^^^^ Port \${PORT}:81 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - \${BIND:-0.0.0.0}:86:86
              ^^^^^^^^^^^^^^^^^^^^^^ Port \${BIND:-0.0.0.0}:86:86 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
    `,
    fixed: `
      services:
        a:
          image: a:1
          ports:
            - 127.0.0.1:\${PORT:-8080}:80
            - "127.0.0.1:\${PORT}:81"
            - \${BIND:-0.0.0.0}:86:86
    `,
  },
  'a variable that is named like an address gets the benefit of the doubt': {
    given: `
      services:
        a:
          image: a:1
          ports:
            - \${WEB_BIND}:80
    `,
  },
  'databases and control interfaces are named': {
    given: `
      services:
        db:
          image: postgres:17
          ports:
            - 5432:5432
              ^^^^^^^^^ Port 5432:5432 (PostgreSQL) is published on every interface of the host, past firewalls such as ufw: anyone who reaches the host reaches it.
            - 15432:5432
              ^^^^^^^^^^ Port 15432:5432 (PostgreSQL) is published on every interface of the host, past firewalls such as ufw: anyone who reaches the host reaches it.
            - 9200:80
              ^^^^^^^ Port 9200:80 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
    `,
    fixed: `
      services:
        db:
          image: postgres:17
          ports:
            - 127.0.0.1:5432:5432
            - 127.0.0.1:15432:5432
            - 127.0.0.1:9200:80
    `,
  },
  'the long form': {
    given: `
      services:
        a:
          image: a:1
          ports:
            - target: 80
              published: "8080"
              ^^^^^^^^^^^^^^^^^ Port 8080:80 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - target: 81
              published: 8081
              host_ip: 127.0.0.1
            - target: 82
              ^^^^^^^^^^ Port 82 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
              host_ip: 0.0.0.0
            - { target: 83, published: 8083 }
                            ^^^^^^^^^^^^^^^ Port 8083:83 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - target: 84
              published: 8084
              ^^^^^^^^^^^^^^^ Port 8084:84 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
              mode: ingress
    `,
    fixed: `
      services:
        a:
          image: a:1
          ports:
            - target: 80
              published: "8080"
              host_ip: 127.0.0.1
            - target: 81
              published: 8081
              host_ip: 127.0.0.1
            - target: 82
              host_ip: 127.0.0.1
            - { target: 83, published: 8083, host_ip: 127.0.0.1 }
            - target: 84
              published: 8084
              mode: ingress
    `,
  },
  'on the network of the host nothing is published': {
    given: `
      services:
        a:
          image: a:1
          network_mode: host
          ports:
            - 8080:80
    `,
  },
  'flow style and aliases': {
    given: `
      x-ports: &ports ["8080:80"]
      services:
        a:
          image: a:1
          ports: *ports
                 ^^^^^^ Port 8080:80 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
        b: { image: 'b:1', ports: ["8081:81", 127.0.0.1:82:82] }
                                   ^^^^^^^^^ Port 8081:81 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
    `,
    fixed: `
      x-ports: &ports ["8080:80"]
      services:
        a:
          image: a:1
          ports: *ports
        b: { image: 'b:1', ports: ["127.0.0.1:8081:81", 127.0.0.1:82:82] }
    `,
  },
  'every spelling of the address of all zeros, and addresses inside defaults': {
    given: `
      services:
        a:
          image: a:1
          ports:
            - "[::0]:80:80"
              ^^^^^^^^^^^^^ Port [::0]:80:80 is published on every interface of the host, past firewalls such as ufw. Put \`127.0.0.1:\` before it if only this machine needs it.
            - "\${LISTEN:-127.0.0.1:8080}:80"
            - "[::1]:81:81"
        b:
          image: a:1
          network_mode: service:a
          ports:
            - 80:80
    `,
    fixed: `
      services:
        a:
          image: a:1
          ports:
            - "127.0.0.1:80:80"
            - "\${LISTEN:-127.0.0.1:8080}:80"
            - "[::1]:81:81"
        b:
          image: a:1
          network_mode: service:a
          ports:
            - 80:80
    `,
  },
});

import rule from '#core/rules/compose/docker-socket-mounted.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'the short form, read-only too': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - /var/run/docker.sock:/var/run/docker.sock:ro
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`/var/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - "/run/docker.sock:/sock"
              ^^^^^^^^^^^^^^^^^^^^^^^^ \`/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - ./app:/app
    `,
  },
  'the long form shows its source': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - type: bind
              source: /var/run/docker.sock
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`/var/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
              target: /var/run/docker.sock
    `,
  },
  'other engines, rootless ones and Windows pipes': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - /run/containerd/containerd.sock:/s1
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`/run/containerd/containerd.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - /run/podman/podman.sock:/s2
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`/run/podman/podman.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - /var/run/crio/crio.sock:/s3
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`/var/run/crio/crio.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - \${XDG_RUNTIME_DIR}/docker.sock:/s4
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`…/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - ~/.docker/run/docker.sock:/s5
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`~/.docker/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - \${SOCKET:-/var/run/docker.sock}:/s6
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`/var/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - //./pipe/docker_engine://./pipe/docker_engine
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`//./pipe/docker_engine\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
    `,
  },
  'the folder of the sockets': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - /var/run:/host/run
              ^^^^^^^^^^^^^^^^^^ \`/var/run\` holds the sockets of the engine and of other daemons of the host, so \`a\` can control them.
            - /run:/host/run2:ro
              ^^^^^^^^^^^^^^^^^^ \`/run\` holds the sockets of the engine and of other daemons of the host, so \`a\` can control them.
    `,
  },
  'use_api_socket, as a switch only': {
    given: `
      services:
        a:
          image: a:1
          use_api_socket: true
          ^^^^^^^^^^^^^^^^^^^^ \`use_api_socket\` hands \`a\` the control socket of the engine, which makes it root on the host.
        b:
          image: a:1
          use_api_socket: false
    `,
  },
  'a secret and a config whose file is the socket': {
    given: `
      services:
        a:
          image: a:1
          secrets: [sock]
                    ^^^^ \`/var/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
          configs:
            - source: sock
              ^^^^^^^^^^^^ \`/var/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
      secrets:
        sock:
          file: /var/run/docker.sock
      configs:
        sock:
          file: /var/run/docker.sock
    `,
  },
  'a volume that leads there': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - sock:/var/run/docker.sock
              ^^^^^^^^^^^^^^^^^^^^^^^^^ \`/var/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
      volumes:
        sock:
          driver: local
          driver_opts:
            type: none
            o: bind
            device: /var/run/docker.sock
    `,
  },
  'names that only contain the word are clean': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - docker.sock-data:/data
            - ./docker.sock.md:/doc
            - /var/run/app:/var/run/docker.sock.d
            - /var/run/postgresql:/sock
      volumes:
        docker.sock-data:
    `,
  },
  'an alias shows the use in each service': {
    given: `
      x-mounts: &mounts
        - /var/run/docker.sock:/var/run/docker.sock
      services:
        a:
          image: a:1
          volumes: *mounts
                   ^^^^^^^ \`/var/run/docker.sock\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
        b:
          image: b:1
          volumes: *mounts
                   ^^^^^^^ \`/var/run/docker.sock\` controls the engine: whoever holds it in \`b\` is root on the host. Read-only does not help.
    `,
  },
  'a path that a variable hides is known by its place in the container': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - \${SOCKET}:/var/run/docker.sock
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`…\` controls the engine: whoever holds it in \`a\` is root on the host. Read-only does not help.
            - \${DATA}:/data
    `,
  },
});

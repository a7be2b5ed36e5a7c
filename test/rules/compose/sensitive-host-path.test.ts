import rule from '#core/rules/compose/sensitive-host-path.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'what writing there gives away': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - /:/host
              ^^^^^^^ \`a\` can write to \`/\` of the host, which is enough to take the host over.
            - /etc:/host/etc
              ^^^^^^^^^^^^^^ \`a\` can write to \`/etc\` of the host, which is enough to take the host over.
            - /etc/cron.d:/cron
              ^^^^^^^^^^^^^^^^^ \`a\` can write to \`/etc/cron.d\` of the host, which is enough to take the host over.
            - /usr/bin:/tools
              ^^^^^^^^^^^^^^^ \`a\` can write to \`/usr/bin\` of the host, which is enough to take the host over.
            - /var/lib/docker/volumes:/v
              ^^^^^^^^^^^^^^^^^^^^^^^^^^ \`a\` can write to \`/var/lib/docker/volumes\` of the host, which is enough to take the host over.
            - /boot/../root:/r
              ^^^^^^^^^^^^^^^^ \`a\` can write to \`/boot/../root\` of the host, which is enough to take the host over.
    `,
  },
  'read-only still tells': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - /:/host:ro
              ^^^^^^^^^^ \`a\` can read \`/\` of the host.
            - /proc:/host/proc:ro,rslave
              ^^^^^^^^^^^^^^^^^^^^^^^^^^ \`a\` can read \`/proc\` of the host.
            - ~/.ssh:/root/.ssh:ro
              ^^^^^^^^^^^^^^^^^^^^ \`a\` can read \`~/.ssh\` of the host.
            - \${HOME}/.aws:/root/.aws
              ^^^^^^^^^^^^^^^^^^^^^^^ \`a\` can change \`~/.aws\` of the host.
            - /home/me:/me
              ^^^^^^^^^^^^ \`a\` can change \`/home/me\` of the host.
    `,
  },
  'files that may be read but not changed': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - /etc/localtime:/etc/localtime
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`a\` can change \`/etc/localtime\` of the host.
            - "/etc/letsencrypt:/certs:z"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`a\` can change \`/etc/letsencrypt\` of the host.
            - /etc/timezone:/etc/timezone:rw
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`a\` can change \`/etc/timezone\` of the host.
            - /etc/ssl/certs:/etc/ssl/certs:ro
            - /etc/hosts:/etc/hosts:ro
    `,
    fixed: `
      services:
        a:
          image: a:1
          volumes:
            - /etc/localtime:/etc/localtime:ro
            - "/etc/letsencrypt:/certs:z,ro"
            - /etc/timezone:/etc/timezone:ro
            - /etc/ssl/certs:/etc/ssl/certs:ro
            - /etc/hosts:/etc/hosts:ro
    `,
  },
  'names that only look alike are clean': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - /usrdata:/data
            - /var/lib/mysql:/var/lib/mysql
            - /home/me/app/data:/data
            - ./etc:/etc
            - etc:/etc
            - /srv/app:/app
            - /tmp:/tmp
            - /dev/null:/dev/null
            - \${DATA_DIR}/etc:/etc2
      volumes:
        etc:
    `,
  },
  'the long form': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - type: bind
              source: /etc/localtime
              ^^^^^^^^^^^^^^^^^^^^^^ \`a\` can change \`/etc/localtime\` of the host.
              target: /etc/localtime
            - type: bind
              source: /sys
              ^^^^^^^^^^^^ \`a\` can read \`/sys\` of the host.
              target: /sys
              read_only: true
            - { type: bind, source: /etc/nginx, target: /etc/nginx, read_only: false }
                            ^^^^^^^^^^^^^^^^^^ \`a\` can change \`/etc/nginx\` of the host.
    `,
    fixed: `
      services:
        a:
          image: a:1
          volumes:
            - type: bind
              source: /etc/localtime
              target: /etc/localtime
              read_only: true
            - type: bind
              source: /sys
              target: /sys
              read_only: true
            - { type: bind, source: /etc/nginx, target: /etc/nginx, read_only: true }
    `,
  },
  'a volume that leads to a folder of the host': {
    given: `
      services:
        a:
          image: a:1
          volumes:
            - conf:/conf
              ^^^^^^^^^^ \`a\` can write to \`/etc\` of the host, which is enough to take the host over.
      volumes:
        conf:
          driver_opts:
            type: none
            o: bind
            device: /etc
    `,
  },
  'through an alias': {
    given: `
      x-mounts: &mounts
        - /etc/localtime:/etc/localtime
      services:
        a:
          image: a:1
          volumes: *mounts
                   ^^^^^^^ \`a\` can change \`/etc/localtime\` of the host.
    `,
  },
});

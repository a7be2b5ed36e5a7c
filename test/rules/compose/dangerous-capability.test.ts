import rule from '#core/rules/compose/dangerous-capability.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'each grade, in any spelling': {
    given: `
      services:
        a:
          image: a:1
          cap_add:
            - SYS_ADMIN
              ^^^^^^^^^ \`SYS_ADMIN\` is as good as root on the host: mount(2), setns(2), bpf(2).
            - cap_net_admin
              ^^^^^^^^^^^^^ \`NET_ADMIN\` reaches beyond the container: iptables, ip link.
            - CAP_IPC_LOCK
              ^^^^^^^^^^^^ \`IPC_LOCK\` is not among the capabilities that containers have by default.
            - CHOWN
    `,
    fixed: `
      services:
        a:
          image: a:1
          cap_add:
            - CHOWN
    `,
  },
  'all of them': {
    given: `
      services:
        a:
          image: a:1
          cap_add: [ALL]
                    ^^^ \`ALL\` gives every capability of the kernel: the container is as good as root on the host.
          tty: true
    `,
    fixed: `
      services:
        a:
          image: a:1
          tty: true
    `,
  },
  'the default set after dropping all is the recommended pattern': {
    given: `
      services:
        a:
          image: a:1
          cap_drop: [ALL]
          cap_add: [NET_BIND_SERVICE, SETUID, setgid, CAP_CHOWN, DAC_OVERRIDE, MKNOD, NET_RAW]
    `,
  },
  'the only item takes the key with it': {
    given: `
      services:
        a:
          image: a:1
          cap_add:
            - NET_ADMIN
              ^^^^^^^^^ \`NET_ADMIN\` reaches beyond the container: iptables, ip link.
          restart: always
    `,
    fixed: `
      services:
        a:
          image: a:1
          restart: always
    `,
  },
  'one of several items in flow style': {
    given: `
      services:
        a:
          image: a:1
          cap_add: [CHOWN, SYS_TIME, KILL]
                           ^^^^^^^^ \`SYS_TIME\` reaches beyond the container: clock_settime(2).
    `,
    fixed: `
      services:
        a:
          image: a:1
          cap_add: [CHOWN, KILL]
    `,
  },
  'an item with a comment keeps the comment': {
    given: `
      services:
        a:
          image: a:1
          cap_add:
            - CHOWN
            - SYS_PTRACE # for the profiler
              ^^^^^^^^^^ \`SYS_PTRACE\` reaches beyond the container: ptrace(2).
    `,
    fixed: `
      services:
        a:
          image: a:1
          cap_add:
            - CHOWN
            # for the profiler
    `,
  },
  'DAC_READ_SEARCH with and without a mount of the host': {
    given: `
      services:
        a:
          image: a:1
          cap_add: [CHOWN, DAC_READ_SEARCH]
                           ^^^^^^^^^^^^^^^ \`DAC_READ_SEARCH\` reaches beyond the container: open_by_handle_at(2).
        b:
          image: a:1
          cap_add: [CHOWN, DAC_READ_SEARCH]
                           ^^^^^^^^^^^^^^^ \`DAC_READ_SEARCH\` is as good as root on the host: open_by_handle_at(2).
          volumes: [./data:/data]
    `,
    fixed: `
      services:
        a:
          image: a:1
          cap_add: [CHOWN]
        b:
          image: a:1
          cap_add: [CHOWN]
          volumes: [./data:/data]
    `,
  },
  'an unknown name and an unknown variable are left alone': {
    given: `
      services:
        a:
          image: a:1
          cap_add: [FLYING, "\${CAPS}"]
    `,
  },
  'a default of a variable counts': {
    given: `
      services:
        a:
          image: a:1
          cap_add:
            - \${CAP:-SYS_MODULE}
              ^^^^^^^^^^^^^^^^^^ \`SYS_MODULE\` is as good as root on the host: init_module(2).
            - KILL
    `,
    fixed: `
      services:
        a:
          image: a:1
          cap_add:
            - KILL
    `,
  },
  'a list that comes through an alias has no fix': {
    given: `
      x-caps: &caps [SYS_ADMIN]
      services:
        a:
          image: a:1
          cap_add: *caps
                   ^^^^^ \`SYS_ADMIN\` is as good as root on the host: mount(2), setns(2), bpf(2).
    `,
  },
});

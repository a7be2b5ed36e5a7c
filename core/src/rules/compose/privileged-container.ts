import { booleanOfNode, removeEntry, type ComposeService } from '../../compose/index.ts';
import { defineRule, type ComposeContext } from '../../lint/index.ts';
import { originOf } from '../shared/compose-places.ts';

const messages = {
  privileged: '`{service}` runs privileged: it has nearly all rights of root on the host.',
  setHere: 'It is switched on here.',
  remove: 'Remove `privileged`',
} as const;

export default defineRule({
  id: 'compose/privileged-container',
  kind: 'security',
  severity: 'error',
  refs: {
    cis: ['5.5'],
    bench134: ['5.4'],
    kics: ['privileged_containers_enabled'],
    semgrep: ['privileged-service'],
    'compose-lint': ['CL-0002'],
    docksec: ['compose-privileged'],
  },
  title: 'Run services without privileged',
  why: 'A privileged container gets every capability, sees every device and has no seccomp or AppArmor profile: whoever takes over its process has the host. Most programs need one capability or one device, which `cap_add` and `devices` give.',
  source: 'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
  bad: 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n',
  good: 'services:\n  web:\n    image: nginx:1.29\n    cap_add:\n      - NET_ADMIN\n',
  messages,
  on: { service: check },
});

function check(service: ComposeService, ctx: ComposeContext<typeof messages>): void {
  const entry = service.find('privileged');
  if (!entry || booleanOfNode(entry.value) !== true) return;
  const edits = removeEntry(ctx.file, service.node, entry);
  ctx.report({
    at: entry.span,
    message: 'privileged',
    data: { service: service.name },
    related: originOf(entry.value).map((at) => ({ at, message: 'setHere' })),
    // What the container did with these rights stops working, so this is never applied unasked.
    fix: edits && { title: 'remove', edits, safe: false },
  });
}

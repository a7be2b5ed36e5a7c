import {
  listItems,
  mountsOf,
  removeItem,
  textOfNode,
  type ComposeNode,
  type ComposeService,
} from '../../compose/index.ts';
import { defineRule, type ComposeContext, type Severity } from '../../lint/index.ts';
import { placeInside } from '../shared/compose-places.ts';

const messages = {
  all: '`ALL` gives every capability of the kernel: the container is as good as root on the host.',
  host: '`{capability}` is as good as root on the host: {power}.',
  strong: '`{capability}` reaches beyond the container: {power}.',
  other: '`{capability}` is not among the capabilities that containers have by default.',
  addedHere: 'It is added here.',
  remove: 'Remove `{capability}`',
} as const;
type Context = ComposeContext<typeof messages>;

export default defineRule({
  id: 'compose/dangerous-capability',
  kind: 'security',
  severity: 'warning',
  refs: {
    cis: ['5.4', 'C.5.3.1', 'C.5.3.2', 'C.5.3.3', 'C.5.3.4'],
    bench134: ['5.3'],
    kics: ['container_capabilities_unrestricted'],
    'compose-lint': ['CL-0011', 'CL-0024', 'CL-0027', 'CL-0028', 'CL-0029', 'CL-0030'],
    docksec: ['compose-dangerous-capabilities'],
  },
  title: 'Add no capability beyond the default ones without need',
  why: 'Some capabilities undo the container: SYS_ADMIN mounts file systems, SYS_MODULE loads kernel modules, SYS_RAWIO writes to disks. Dropping ALL and adding back those of the default set is the safe pattern and never reported.',
  source: 'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
  bad: 'services:\n  vpn:\n    image: example/vpn:2\n    cap_add:\n      - SYS_ADMIN\n',
  good: 'services:\n  vpn:\n    image: example/vpn:2\n    cap_drop:\n      - ALL\n    cap_add:\n      - NET_BIND_SERVICE\n',
  messages,
  on: { service: check },
});

function check(service: ComposeService, ctx: Context): void {
  const added = service.find('cap_add');
  if (!added) return;
  for (const item of listItems(added.value)) {
    const capability = normalise(textOfNode(item) ?? '');
    const grade = gradeOf(capability, service, ctx);
    if (!grade) continue;
    const { at, origins } = placeInside(added, item.span);
    const edits = removeItem(ctx.file, item, { parent: service.node, owner: added });
    const fix = edits && ({ title: 'remove', data: { capability }, edits, safe: false } as const);
    const related = [...origins, ...originsOf(item)].map((span) => ({ at: span, message: 'addedHere' as const }));
    const power = powers.get(capability);
    const common = { at, related, fix, severity: grade };
    if (capability === 'ALL') ctx.report({ ...common, message: 'all' });
    else if (power === undefined) ctx.report({ ...common, message: 'other', data: { capability } });
    else ctx.report({ ...common, message: grade === 'error' ? 'host' : 'strong', data: { capability, power } });
  }
}

function originsOf(item: ComposeNode) {
  return item.origin === null ? [] : [item.origin];
}

function normalise(name: string): string {
  return name.trim().toUpperCase().replace(/^CAP_/, '');
}

function gradeOf(capability: string, service: ComposeService, ctx: Context): Severity | undefined {
  if (hostPowers.has(capability)) return 'error';
  if (capability === 'DAC_READ_SEARCH' && mountsOf(service, ctx.file).some((mount) => mount.type === 'bind'))
    return 'error';
  if (powers.has(capability)) return 'warning';
  return otherCapabilities.has(capability) ? 'info' : undefined;
}

const hostPowers = new Set(['ALL', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_RAWIO']);

/** What each capability opens, in names that are the same in every language. */
const powers: ReadonlyMap<string, string> = new Map([
  ['SYS_ADMIN', 'mount(2), setns(2), bpf(2)'],
  ['SYS_MODULE', 'init_module(2)'],
  ['SYS_RAWIO', '/dev/mem, ioperm(2)'],
  ['DAC_READ_SEARCH', 'open_by_handle_at(2)'],
  ['NET_ADMIN', 'iptables, ip link'],
  ['BPF', 'bpf(2)'],
  ['PERFMON', 'perf_event_open(2)'],
  ['SYS_PTRACE', 'ptrace(2)'],
  ['SYS_BOOT', 'reboot(2), kexec_load(2)'],
  ['SYS_TIME', 'clock_settime(2)'],
  ['SYSLOG', 'syslog(2), /proc/kallsyms'],
]);

const otherCapabilities = new Set(
  (
    'AUDIT_CONTROL AUDIT_READ BLOCK_SUSPEND CHECKPOINT_RESTORE IPC_LOCK IPC_OWNER LEASE LINUX_IMMUTABLE MAC_ADMIN ' +
    'MAC_OVERRIDE NET_BROADCAST SYS_NICE SYS_PACCT SYS_RESOURCE SYS_TTY_CONFIG WAKE_ALARM'
  ).split(' '),
);

import {
  insertEntry,
  mountsOf,
  replaceInside,
  type ComposeFile,
  type ComposeService,
  type ServiceMount,
} from '../../compose/index.ts';
import { defineRule, type ComposeContext, type Severity } from '../../lint/index.ts';
import { insert, type TextEdit } from '../../text/index.ts';
import { placeInside } from '../shared/compose-places.ts';
import { gradeHostPath } from '../shared/host-paths.ts';

const messages = {
  control: '`{service}` can write to `{path}` of the host, which is enough to take the host over.',
  change: '`{service}` can change `{path}` of the host.',
  read: '`{service}` can read `{path}` of the host.',
  leads: 'The path is given here.',
  readOnly: 'Mount it read-only',
} as const;
type Context = ComposeContext<typeof messages>;

export default defineRule({
  id: 'compose/sensitive-host-path',
  kind: 'security',
  severity: 'warning',
  refs: {
    cis: ['5.6'],
    bench134: ['5.5'],
    kics: ['volume_has_sensitive_host_directory'],
    'compose-lint': ['CL-0013', 'CL-0025'],
    docksec: ['compose-sensitive-host-mount'],
  },
  title: 'Mount no system folders of the host',
  why: 'Whoever can write to /etc, /usr or /boot of the host can run code there as root; whoever can read the home folder or /etc finds keys and passwords. Mount the one file that is needed, read-only, or use a named volume.',
  source: 'https://docs.docker.com/engine/storage/bind-mounts/#considerations-and-constraints',
  bad: 'services:\n  backup:\n    image: example/backup:2\n    volumes:\n      - /etc:/host/etc\n',
  good: 'services:\n  backup:\n    image: example/backup:2\n    volumes:\n      - /etc/localtime:/etc/localtime:ro\n      - data:/data\nvolumes:\n  data:\n',
  messages,
  on: { service: check },
});

function check(service: ComposeService, ctx: Context): void {
  const volumes = service.find('volumes');
  if (!volumes) return;
  for (const mount of mountsOf(service, ctx.file)) {
    if (mount.type !== 'bind' || mount.source === null) continue;
    const grade = gradeHostPath(mount.source);
    const judged = grade && judge(grade, mount.readOnly);
    if (!judged) continue;
    const { at, origins } = placeInside(volumes, mount.at);
    const related = [...origins, ...(mount.device ? [mount.device] : [])].map((span) => ({
      at: span,
      message: 'leads' as const,
    }));
    const edits = judge(grade, true) || volumes.value.origin !== null ? undefined : makeReadOnly(ctx.file, mount);
    // A program that writes there stops working, so this is never applied unasked.
    const fix = edits && ({ title: 'readOnly', edits, safe: false } as const);
    const { message, severity } = judged;
    ctx.report({ at, message, severity, data: { service: service.name, path: mount.source }, related, fix });
  }
}

type Judged = { readonly message: 'control' | 'change' | 'read'; readonly severity: Severity };

function judge(grade: 'control' | 'private' | 'setting', readOnly: boolean): Judged | undefined {
  if (grade === 'control') {
    return readOnly ? { message: 'read', severity: 'warning' } : { message: 'control', severity: 'error' };
  }
  if (grade === 'private') return { message: readOnly ? 'read' : 'change', severity: 'warning' };
  return readOnly ? undefined : { message: 'change', severity: 'info' };
}

function makeReadOnly(file: ComposeFile, { node }: ServiceMount): TextEdit[] | undefined {
  if (node.kind === 'map') {
    const readOnly = node.entries.find((entry) => entry.key === 'read_only');
    const edit = readOnly && !readOnly.merged ? replaceInside(readOnly.value, 0, 'true') : undefined;
    return readOnly ? edit && [edit] : insertEntry(file, node, 'read_only', 'true');
  }
  if (node.kind !== 'scalar') return undefined;
  const whole = replaceInside(node, 0, '');
  const options = /:([a-z,]+)$/i.exec(node.raw)?.[1];
  if (!whole || /^[a-z]:/i.test(node.raw)) return undefined;
  if (
    options === undefined ||
    !/^(rw|z|Z|nocopy|cached|delegated|consistent|r?(shared|slave|private))(,|$)/.test(options)
  ) {
    return [insert(whole.span.end, ':ro')];
  }
  const kept = options.split(',').filter((option) => option !== 'rw');
  const edit = replaceInside(node, node.raw.length - options.length, [...kept, 'ro'].join(','));
  return edit && [edit];
}

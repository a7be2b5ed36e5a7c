import type { ShellWord } from '../shell/index.ts';
import type { Instruction } from './model.ts';

/** A user or group that a script adds to the image. */
export interface Account {
  readonly kind: 'user' | 'group';
  readonly name: string;
  /** As written behind `--uid` or `--gid`; null when the system chooses. */
  readonly id: string | null;
  readonly word: ShellWord;
}

interface Creator {
  readonly kind: Account['kind'];
  /** Options that take the next word as their value. */
  readonly withValue: ReadonlySet<string>;
  readonly id: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The programs that add accounts, in the forms of Debian, Red Hat, Alpine and BusyBox. */
const creators: ReadonlyMap<string, Creator> = new Map([
  [
    'useradd',
    {
      kind: 'user',
      withValue: words(
        '-b -c -d -e -f -g -G -k -K -p -R -s -u -Z --base-dir --comment --home-dir --expiredate --inactive --gid ' +
          '--groups --skel --key --password --root --shell --uid --selinux-user',
      ),
      id: words('-u --uid'),
    },
  ],
  [
    'adduser',
    {
      kind: 'user',
      withValue: words('-h -g -s -G -u -k -c -d --home --gecos --shell --ingroup --uid --gid --conf --comment'),
      id: words('-u --uid'),
    },
  ],
  ['groupadd', { kind: 'group', withValue: words('-g -K -p -R --gid --key --password --root'), id: words('-g --gid') }],
  ['addgroup', { kind: 'group', withValue: words('-g --gid --conf'), id: words('-g --gid') }],
]);

/** The users and groups that a RUN adds, in order. `sudo` and the like are seen through. */
export function findAccounts(run: Instruction): Account[] {
  // Parsing a script costs more than looking for the words first.
  if (run.keyword !== 'RUN' || !mentions(run)) return [];
  return (run.script()?.commands ?? []).flatMap(({ name, args }) => {
    const all = name ? [name, ...args] : args;
    const at = all.findIndex(({ value }) => creators.has(programOf(value)));
    const program = all[at];
    const creator = program && creators.get(programOf(program.value));
    // Far behind other words it is an argument of them: `echo "run useradd first"`.
    return creator && at <= 1 ? readAccount(creator, all.slice(at + 1)) : [];
  });
}

const names = /(?:user|group)add|add(?:user|group)/;

function mentions({ code, heredocs }: Instruction): boolean {
  return names.test(code) || heredocs.some(({ body }) => names.test(body));
}

function programOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function readAccount(creator: Creator, args: readonly ShellWord[]): Account[] {
  const { operands, id } = readOptions(creator, args);
  // Behind the name stands, if anything, the group that an existing user joins.
  const [word, second] = operands;
  if (!word?.literal || !/^[A-Za-z_][\w.-]*\$?$/.test(word.value) || second) return [];
  return [{ kind: creator.kind, name: word.value, id, word }];
}

function readOptions(
  { withValue, id }: Creator,
  args: readonly ShellWord[],
): { readonly operands: readonly ShellWord[]; readonly id: string | null } {
  const operands: ShellWord[] = [];
  let given: string | null = null;
  let option: string | null = null;
  for (const word of args) {
    const [name = '', value = null] = word.value.split(/=(.*)/s);
    if (option !== null) {
      if (endsWithOption(option, id)) given = word.value;
      option = null;
    } else if (!name.startsWith('-')) operands.push(word);
    else if (value === null) option = endsWithOption(name, withValue) ? name : null;
    else if (id.has(name)) given = value;
  }
  return { operands, id: given };
}

/** True for `--uid`, `-u`, and for `-ru`, where letters stand together and the last one takes the value. */
function endsWithOption(option: string, known: ReadonlySet<string>): boolean {
  if (!option.startsWith('-') || option.startsWith('--')) return known.has(option);
  return known.has(`-${option.slice(-1)}`);
}

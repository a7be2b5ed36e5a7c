import type { CallIndex, PlacedCall } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';

/** A user that a RUN creates. */
export interface CreatedUser {
  readonly call: PlacedCall;
  readonly name: ShellWord;
  /** As written; undefined when the program chooses. */
  readonly uid: string | undefined;
  /** Groups besides the first one. */
  readonly groups: readonly string[];
}

/** Every useradd and adduser that names its user, in file order. `adduser name group` creates none. */
export function findCreatedUsers(calls: CallIndex): readonly CreatedUser[] {
  return calls.of('useradd', 'adduser').flatMap((call): CreatedUser[] => {
    const { options, operands } = readOptions(call);
    const [name] = operands;
    if (operands.length !== 1 || !name?.literal || !/^[a-z_][\w.-]*\$?$/i.test(name.value)) return [];
    const groups = call.program === 'useradd' ? (options.get('G') ?? options.get('groups') ?? '').split(',') : [];
    return [
      { call, name, uid: options.get('u') ?? options.get('uid'), groups: groups.filter((group) => group !== '') },
    ];
  });
}

/** A further group that a RUN gives a user. */
export interface GivenGroup {
  readonly call: PlacedCall;
  readonly user: string;
  readonly group: string;
}

/** In file order: by useradd and usermod with -G, by gpasswd -a, and by adduser and addgroup with two names. */
export function findGivenGroups(calls: CallIndex): readonly GivenGroup[] {
  const created = findCreatedUsers(calls).flatMap(({ call, name, groups }) =>
    groups.map((group) => ({ call, user: name.value, group })),
  );
  const added = calls.of('usermod', 'adduser', 'addgroup', 'gpasswd').flatMap((call): GivenGroup[] => {
    const { options, operands } = readOptions(call);
    const [first = '', second = ''] = operands.map(({ value }) => value);
    if (call.program === 'gpasswd') {
      return [{ call, user: options.get('a') ?? options.get('add') ?? '', group: first }];
    }
    if (call.program !== 'usermod') return [{ call, user: first, group: second }];
    const groups = options.get('G') ?? options.get('groups') ?? '';
    return groups.split(',').map((group) => ({ call, user: first, group }));
  });
  return [...created, ...added]
    .filter(({ user, group }) => user !== '' && group !== '')
    .sort((a, b) => a.call.word.span.start - b.call.word.span.start);
}

interface Options {
  /** Values by the option's letter or long name. */
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly ShellWord[];
}

/** The options that take a value, of shadow's, Debian's and BusyBox's programs. */
const lettersWithValue: Readonly<Record<string, string>> = {
  useradd: 'bcdefgGkKpPRsuZ',
  adduser: 'cghGksu',
  usermod: 'cdefgGlpPRsuvVwWZ',
  addgroup: 'g',
  gpasswd: 'adAMQ',
};
const longWithValue = new Set(
  (
    'uid gid groups home-dir home shell comment gecos base-dir ingroup password expiredate inactive skel key root ' +
    'prefix conf firstuid lastuid firstgid lastgid login add delete'
  ).split(' '),
);

function readOptions({ program, args }: PlacedCall): Options {
  const options = new Map<string, string>();
  const operands: ShellWord[] = [];
  const letters = lettersWithValue[program] ?? '';
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (!word) continue;
    const [name, value] = splitOption(word.value, letters);
    if (name === undefined) operands.push(word);
    else if (value !== undefined) options.set(name, value);
    else if ((name !== '' && letters.includes(name)) || longWithValue.has(name))
      options.set(name, args[++index]?.value ?? '');
  }
  return { options, operands };
}

/** `--uid=10`, `-u10` and `-mu` have the names `uid`, `u` and, when it takes a value, the last letter. */
function splitOption(word: string, letters: string): readonly [name: string | undefined, value?: string] {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=');
    return equals < 0 ? [word.slice(2)] : [word.slice(2, equals), word.slice(equals + 1)];
  }
  if (!word.startsWith('-') || word === '-') return [undefined];
  const at = word.split('').findIndex((letter, index) => index > 0 && letters.includes(letter));
  if (at < 0) return [''];
  const rest = word.slice(at + 1);
  return rest === '' ? [word.charAt(at)] : [word.charAt(at), rest];
}

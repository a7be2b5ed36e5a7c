import { message, type Message, type Problem, type Span } from '../text/index.ts';

type Args = Readonly<Record<string, string>>;
interface Entry {
  readonly kind: Problem['kind'];
  readonly say: (args: Args) => Message;
}

const syntax = (say: (args: Args) => Message): Entry => ({ kind: 'syntax', say });
const validity = (say: (args: Args) => Message): Entry => ({ kind: 'validity', say });
const get = (args: Args, name: string): string => args[name] ?? '';

/**
 * Everything for which BuildKit refuses a file. `syntax` is found while reading instructions, `validity` while stages,
 * images and values are put together. The keys become rule ids: `dockerfile/<key>`.
 */
export const problemTable = {
  'empty-file': syntax(() => message('This file has no instructions. Start with FROM.')),
  'first-instruction-not-from': syntax((a) =>
    message('{keyword} stands before the first FROM; only ARG may.', { keyword: get(a, 'keyword') }),
  ),
  'no-stage': validity(() => message('This file has no FROM, so there is nothing to build.')),
  'unknown-instruction': syntax((a) => message('Unknown instruction: {name}.', { name: get(a, 'name') })),
  'misspelt-instruction': syntax((a) =>
    message('Unknown instruction: {name}. Did you mean {nearest}?', {
      name: get(a, 'name'),
      nearest: get(a, 'nearest'),
    }),
  ),
  'repeated-directive': syntax((a) => message('The directive {name} may stand only once.', { name: get(a, 'name') })),
  'invalid-escape': syntax((a) =>
    message('`{value}` cannot be the escape character: only \\ and ` can.', { value: get(a, 'value') }),
  ),
  'invalid-check-directive': validity((a) =>
    message('`{option}` is no option of the check directive; use skip=RULE,… or error=true.', {
      option: get(a, 'option'),
    }),
  ),
  'unterminated-heredoc': syntax((a) =>
    message('This heredoc has no end: a line with only {name} is missing.', { name: get(a, 'name') }),
  ),
  'heredoc-as-destination': syntax((a) =>
    message('{keyword} cannot write to a heredoc; name a destination path.', { keyword: get(a, 'keyword') }),
  ),
  'missing-arguments': syntax((a) => message('{keyword} needs at least one argument.', { keyword: get(a, 'keyword') })),
  'missing-argument': syntax((a) => message('{keyword} needs an argument.', { keyword: get(a, 'keyword') })),
  'missing-destination': syntax((a) =>
    message('{keyword} needs at least one source and a destination.', { keyword: get(a, 'keyword') }),
  ),
  'invalid-from': syntax(() => message('FROM takes an image, and at most `AS name` behind it.')),
  'invalid-stage-name': syntax((a) =>
    message('`{name}` cannot name a stage: begin with a letter, then letters, digits, `-`, `_` and `.`.', {
      name: get(a, 'name'),
    }),
  ),
  'unknown-flag': syntax((a) =>
    message('{keyword} has no flag --{flag}.', { keyword: get(a, 'keyword'), flag: get(a, 'flag') }),
  ),
  'misspelt-flag': syntax((a) =>
    message('{keyword} has no flag --{flag}. Did you mean --{nearest}?', {
      keyword: get(a, 'keyword'),
      flag: get(a, 'flag'),
      nearest: get(a, 'nearest'),
    }),
  ),
  'labs-flag': syntax((a) =>
    message('The flag --{flag} of {keyword} needs a newer frontend: put `# syntax={syntax}` on the first line.', {
      keyword: get(a, 'keyword'),
      flag: get(a, 'flag'),
      syntax: get(a, 'syntax'),
    }),
  ),
  'missing-flag-value': syntax((a) => message('The flag --{flag} needs a value: --{flag}=…', { flag: get(a, 'flag') })),
  'invalid-flag-value': syntax((a) =>
    message('The flag --{flag} is true or false, not `{value}`.', { flag: get(a, 'flag'), value: get(a, 'value') }),
  ),
  'repeated-flag': syntax((a) => message('The flag --{flag} may stand only once.', { flag: get(a, 'flag') })),
  'json-not-strings': syntax(() => message('In the JSON form every element must be a string.')),
  'assignment-without-value': syntax((a) =>
    message('{keyword} needs a name and a value: {keyword} name=value', { keyword: get(a, 'keyword') }),
  ),
  'assignment-without-equals': syntax((a) =>
    message('`{word}` has no `=`; write name=value, and quote values with spaces.', { word: get(a, 'word') }),
  ),
  'blank-name': syntax((a) => message('{keyword} needs a name before the `=`.', { keyword: get(a, 'keyword') })),
  'blank-volume': syntax(() => message('A VOLUME cannot be an empty string.')),
  'healthcheck-type': syntax((a) =>
    message('HEALTHCHECK is followed by CMD or NONE, not `{word}`.', { word: get(a, 'word') }),
  ),
  'healthcheck-without-command': syntax(() => message('HEALTHCHECK CMD needs a command.')),
  'healthcheck-none-arguments': syntax(() => message('HEALTHCHECK NONE takes no arguments.')),
  'invalid-duration': syntax((a) =>
    message('`{value}` is no duration for --{flag}; write for example 30s or 1m30s.', {
      value: get(a, 'value'),
      flag: get(a, 'flag'),
    }),
  ),
  'short-duration': syntax((a) => message('--{flag} cannot be less than 1ms.', { flag: get(a, 'flag') })),
  'invalid-retries': syntax((a) =>
    message('--retries takes a whole number from 0 on, not `{value}`.', { value: get(a, 'value') }),
  ),
  'shell-not-json': syntax(() => message('SHELL takes its words in JSON form: SHELL ["/bin/sh", "-c"]')),
  'onbuild-trigger-invalid': syntax((a) =>
    message('{keyword} cannot stand behind ONBUILD.', { keyword: get(a, 'keyword') }),
  ),
  'invalid-network': syntax((a) =>
    message('`{value}` is no network of RUN; use default, none or host.', { value: get(a, 'value') }),
  ),
  'invalid-security': syntax((a) =>
    message('`{value}` is no security mode of RUN; use sandbox or insecure.', { value: get(a, 'value') }),
  ),
  'mount-from-variable': syntax(() =>
    message('`from` of a mount takes no variable; give that image a stage of its own and name the stage.'),
  ),
  'invalid-mount': syntax(() => message('The mount cannot be read; write comma-separated key=value pairs.')),
  'mount-type': validity((a) =>
    message('`{value}` is no mount type; use bind, cache, tmpfs, secret or ssh.', { value: get(a, 'value') }),
  ),
  'mount-key': validity((a) => message('A mount has no key `{key}`.', { key: get(a, 'key') })),
  'mount-key-type': validity((a) =>
    message('A mount of type {type} has no key `{key}`.', { type: get(a, 'type'), key: get(a, 'key') }),
  ),
  'mount-key-value': validity((a) => message('The mount key `{key}` needs a value: {key}=…', { key: get(a, 'key') })),
  'mount-value': validity((a) =>
    message('`{value}` is no value for the mount key `{key}`.', { value: get(a, 'value'), key: get(a, 'key') }),
  ),
  'mount-target': validity(() => message('A mount needs a target other than `/`: target=/path')),
  'mount-secret': validity(() => message('A secret mount needs an id: type=secret,id=name')),
  'mount-source-and-id': validity(() => message('A secret mount has either `source` or `id`, not both.')),
  'invalid-signal': validity((a) => message('`{value}` is no signal.', { value: get(a, 'value') })),
  'invalid-port': validity((a) =>
    message('`{value}` is no port; write for example 8080, 8080/udp or 8000-8010.', { value: get(a, 'value') }),
  ),
  'expose-port-range': validity((a) =>
    message('`{value}` is no port: the highest one is 65535.', { value: get(a, 'value') }),
  ),
  'invalid-chmod': validity((a) =>
    message('`{value}` is no file mode; write for example 0755 or u+x.', { value: get(a, 'value') }),
  ),
  'invalid-checksum': validity((a) =>
    message('`{value}` is no checksum; write sha256: and 64 hexadecimal digits.', { value: get(a, 'value') }),
  ),
  'checksum-source': validity(() => message('--checksum works for an http(s) or Git source only.')),
  'invalid-platform': validity((a) =>
    message('`{value}` is no platform; write for example linux/amd64.', { value: get(a, 'value') }),
  ),
  'blank-platform': validity(() => message('The platform is empty: its variable has no value before the first FROM.')),
  'invalid-image': validity((a) => message('`{image}` is no image reference.', { image: get(a, 'image') })),
  'image-uppercase': validity((a) =>
    message('`{image}` is no image reference: repository names are lower case.', { image: get(a, 'image') }),
  ),
  'blank-image': validity((a) =>
    message('The image name is empty: `{image}` has no value before the first FROM.', { image: get(a, 'image') }),
  ),
  'copy-from-variable': validity(() =>
    message('--from takes no variable; give that image a stage of its own and name the stage.'),
  ),
  'copy-from-index': validity((a) => message('There is no stage number {index}.', { index: get(a, 'index') })),
  'copy-from-later-stage': validity((a) =>
    message('Stage {stage} comes later; it must stand before the stage that copies from it.', {
      stage: get(a, 'stage'),
    }),
  ),
  'copy-from-self': validity((a) =>
    message('This is the stage {stage} itself; a stage cannot copy from what it is becoming.', {
      stage: get(a, 'stage'),
    }),
  ),
  'circular-stage-dependency': validity((a) =>
    message('The stage {stage} depends on itself.', { stage: get(a, 'stage') }),
  ),
  'open-quote': validity((a) => message('The quote {quote} is not closed.', { quote: get(a, 'quote') })),
  'missing-brace': validity(() => message('The variable lacks its closing `}`.')),
  'bad-substitution': validity(() => message('`${` must be followed by a name.')),
  'unsupported-modifier': validity((a) =>
    message('The builder knows no modifier `{modifier}` in a variable.', { modifier: get(a, 'modifier') }),
  ),
  'bad-pattern': validity((a) => message('`{pattern}` is no pattern.', { pattern: get(a, 'pattern') })),
  'required-variable': validity((a) =>
    message('A required variable has no value: {detail}', { detail: get(a, 'detail') }),
  ),
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problemTable;
export type Report = (code: ProblemCode, span: Span, args?: Args) => void;

/** A list of problems and the function that fills it. */
export function collectProblems(): { readonly problems: Problem[]; readonly report: Report } {
  const problems: Problem[] = [];
  return {
    problems,
    report(code, span, args = {}) {
      const { kind, say } = problemTable[code];
      problems.push({ code, kind, message: say(args), span });
    },
  };
}

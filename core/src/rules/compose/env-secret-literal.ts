import {
  assignmentsOf,
  fillVariables,
  replaceInside,
  type ComposeService,
  type EnvAssignment,
  type MapEntry,
} from '../../compose/index.ts';
import { defineRule, isHarmlessValue, soundsSecret, type ComposeContext } from '../../lint/index.ts';
import type { TextEdit } from '../../text/index.ts';
import { placeInside } from '../shared/compose-places.ts';

const messages = {
  literal: '`{name}` sounds like a credential, and its value stands in this file for everyone who can read it.',
  fallback: '`{name}` sounds like a credential, and this file holds the value that is used when nobody sets one.',
  url: '`{name}` carries a password in its address, which everyone who can read this file sees.',
  setHere: 'It is set here.',
  useVariable: 'Take the value from the environment: `${name}`',
} as const;
type Context = ComposeContext<typeof messages>;

export default defineRule({
  id: 'compose/env-secret-literal',
  kind: 'security',
  severity: 'warning',
  refs: {
    cis: ['4.10', '7.4'],
    bench134: ['4.10', '7.5'],
    'compose-lint': ['CL-0020', 'CL-0021'],
    docksec: ['compose-plaintext-secret-env'],
    kics: ['passwords_and_secrets'],
  },
  title: 'Keep credentials out of the Compose file',
  why: 'The file is committed and copied, and what is in it stays in the history. A value from the environment or an .env file stays on the machine; a secret is not even visible in `docker inspect`.',
  source: 'https://docs.docker.com/compose/how-tos/use-secrets/',
  bad: 'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: hunter2\n',
  good: 'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db_password\n',
  messages,
  on: { service: check },
});

function check(service: ComposeService, ctx: Context): void {
  const environment = service.find('environment');
  if (!environment) return;
  for (const assignment of assignmentsOf(environment.value)) {
    const message = judge(assignment);
    if (message) report(assignment, { environment, message }, ctx);
  }
}

type Judgement = 'literal' | 'fallback' | 'url';

function judge(assignment: EnvAssignment): Judgement | undefined {
  const { name, raw, value } = assignment;
  if (namesSecret(name) && isLiteral(assignment)) return value?.interpolated ? 'fallback' : 'literal';
  return raw !== undefined && carriesPassword(raw) ? 'url' : undefined;
}

function report(
  assignment: EnvAssignment,
  { environment, message }: { readonly environment: MapEntry; readonly message: Judgement },
  ctx: Context,
): void {
  const { name, nameSpan, value } = assignment;
  const { at, origins } = placeInside(environment, nameSpan);
  const origin = value?.origin ? [...origins, value.origin] : origins;
  const related = origin.map((span) => ({ at: span, message: 'setHere' as const }));
  const edit = environment.value.origin === null && message !== 'url' ? useVariable(assignment) : undefined;
  // The value has to be set elsewhere first, so this is never applied unasked.
  const fix = edit && ({ title: 'useVariable', data: { name }, edits: [edit], safe: false } as const);
  ctx.report({ at, message, data: { name }, related, fix });
}

function namesSecret(name: string): boolean {
  return !isToggle(name) && (soundsSecret(name) || /_SALT$/i.test(name));
}

/** `postgres://app:secret@db/app`, or `?password=secret` in such an address; what variables fill in is not told here. */
function carriesPassword(raw: string): boolean {
  const told = fillVariables(raw, '');
  const passwords = [...told.matchAll(addressWithPassword), ...told.matchAll(passwordParameter)];
  return passwords.some(([, password = '']) => password !== '' && !isHarmlessValue(password) && !isStandIn(password));
}

const addressWithPassword = /\b[a-z][a-z\d+.-]{0,30}:\/\/[^\s:/@]{0,200}:([^\s/@]{1,200})@/gi;
const passwordParameter =
  /:\/\/[^\s?]{1,300}\?(?:[^\s&=]{1,60}=[^\s&]{0,200}&){0,20}(?:password|pwd)=([^\s&]{1,200})/gi;

/** `ALLOW_EMPTY_PASSWORD` and `RANDOM_ROOT_PASSWORD` switch something, `CREDENTIALS_SOURCE` names a kind: none holds anything. */
function isToggle(name: string): boolean {
  return /(^|_)(ALLOW|RANDOM|GENERATE|EMPTY|USE|REQUIRE|CHANGE|SOURCE)(_|$)/i.test(name);
}

function isLiteral({ name, raw, value }: EnvAssignment): boolean {
  if (raw === undefined || value === null || typeof value.value === 'boolean') return false;
  // What is left without the variables is what this file tells: `${A}` nothing, `${A:-secret}` the default.
  const told = fillVariables(raw, '').trim();
  if (isHarmlessValue(told) || isStandIn(told)) return false;
  return !isQuantity(told) || /(pass(word|wd|phrase)?|pwd|pin)$/i.test(name);
}

/** A number, perhaps with a unit: how many tokens, how long a key. */
function isQuantity(text: string): boolean {
  return /^[\d.]+ *(ms|s|m|h|d|w|k|kb|mb|gb|b|%)?$/i.test(text);
}

/** Words that tell the reader to put something there; the service would not accept them. */
function isStandIn(text: string): boolean {
  return /^([*x.]{3,}|\[.*\]|\{\{.*\}\}|""|'')$/i.test(text) || /^(ENC|vault|op|env|arn|ref\+)[:[(/]/i.test(text);
}

function useVariable({ name, raw, value }: EnvAssignment): TextEdit | undefined {
  if (!value || raw === undefined || value.value === null || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const from = value.raw.length - raw.length;
  return replaceInside(value, from, `\${${name}}`);
}

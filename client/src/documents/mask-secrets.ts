import { masked } from '#core';

const secretName =
  /(^|[_.-])(pass(wd|word|phrase)?|pwd|secrets?|tokens?|api_?key|access_?key|private_?key|secret_?key|credentials?|auth)([_.-]|$)/i;
const camelSecret = /(?:password|passphrase|secret|token|apikey|accesskey|privatekey|credentials?)$/i;

/** True for a name whose value is likely a secret. Names of files that hold one (`…_FILE`) are not. */
export function isSecretName(name: string): boolean {
  if (/[_.-](file|path|dir)$/i.test(name)) return false;
  return secretName.test(name) || camelSecret.test(name);
}

/**
 * A copy of the engine's JSON with likely secrets covered: values of variables (`NAME=value`) and properties by name,
 * what follows an option like `--password`, and the password inside an address.
 */
export function maskSecrets(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value))
    return value.map((item, index) => (followsSecretOption(value, index) ? masked : maskSecrets(item)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      typeof item === 'string' && item !== '' && isSecretName(name) ? masked : maskSecrets(item),
    ]),
  );
}

function maskText(text: string): string {
  const variable = /^(-{0,2}[A-Za-z_][\w.-]*)=([\s\S]+)$/.exec(text);
  if (variable?.[1] !== undefined && isSecretName(variable[1].replace(/^-+/, ''))) return `${variable[1]}=${masked}`;
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@/]+@/gi, `$1${masked}@`);
}

function followsSecretOption(items: readonly unknown[], index: number): boolean {
  const before = items[index - 1];
  return typeof before === 'string' && /^--?[\w-]+$/.test(before) && isSecretName(before.replace(/^-+/, ''));
}

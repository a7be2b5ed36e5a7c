import {
  buildKitClearingWords,
  buildKitSecretWords,
  hadolintSecretNames,
  hadolintSecretParts,
  harmlessWords,
  secretWords,
  surelyHarmlessWords,
} from './secret-names.data.ts';

/** What is shown in place of a credential. */
export const masked = '••••••••';

/**
 * A variable's value as it may be shown: covered where its name sounds like a credential and the value may be one, and
 * so is the password inside an address.
 */
export function maskValue(name: string, value: string): string {
  return value !== '' && soundsSecret(name) && !isHarmlessValue(value) ? masked : maskAddresses(value);
}

/** `scheme://user:password@host`, looked for without patterns that could try one place again and again. */
function maskAddresses(value: string): string {
  let shown = '';
  let done = 0;
  for (let at = value.indexOf('://'); at >= 0; at = value.indexOf('://', at + 3)) {
    const rest = value.slice(at + 3);
    const end = rest.search(/[\s/]/);
    const authority = end < 0 ? rest : rest.slice(0, end);
    const colon = authority.indexOf(':');
    const sign = authority.lastIndexOf('@');
    if (colon < 0 || sign <= colon + 1) continue;
    shown += value.slice(done, at + 3 + colon + 1) + masked;
    done = at + 3 + sign;
  }
  return shown + value.slice(done);
}

/** True for a variable name that sounds like a credential: whole words count, so TRAVIS and GOPRIVATE do not. */
export function soundsSecret(name: string): boolean {
  const words = wordsOf(name);
  // The shell's own working directories.
  if (words.length === 1 && (words[0] === 'pwd' || words[0] === 'pass')) return false;
  if (surelySecret.test(words.at(-1) ?? '')) return !words.some((word) => denyingWords.has(word));
  return (
    words.some((word) => secretWords.has(word) || runTogether.test(word)) &&
    !words.some((word) => harmlessWords.has(word))
  );
}

/** At the end of a name these leave no doubt: `SEARCH_BACKEND_PASSWORD` holds a password, not a back end. */
const surelySecret = /^(pass|psw|pwd|pword|secretkey|privatekey)$|(password|passwd|passphrase|secret|token|apikey)$/;
/** Unless one of these says that there is none, or that it is nobody's. */
const denyingWords = new Set(
  (
    'public pub no without allow skip use enable enabled disable disabled require required optional empty random max ' +
    'min dummy fake example sample gpg pgp'
  ).split(' '),
);

/** `PGPASSWORD`, `DBPASSWORD`, `authtoken` */
const runTogether = /^[a-z\d]*(password|passwd|passphrase|secret|token|apikey)$/;

/** True for a name that BuildKit takes for a credential: one of its words stands between underscores. */
export function soundsSecretToBuildKit(name: string): boolean {
  const words = name.toLowerCase().split('_');
  return words.some((word) => buildKitSecretWords.has(word)) && !words.some((word) => buildKitClearingWords.has(word));
}

/** True for a name that hadolint takes for a credential: by some letters of it, or because it is on its list. */
export function soundsSecretToHadolint(name: string): boolean {
  const lower = name.toLowerCase();
  return hadolintSecretNames.has(name.toUpperCase()) || hadolintSecretParts.some((part) => lower.includes(part));
}

/** True for a name of which everybody would say that it only talks about a credential: `PASSWORD_MIN_LENGTH`. */
export function isSurelyHarmless(name: string): boolean {
  return wordsOf(name).some((word) => surelyHarmlessWords.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_.-]+/)
    .filter((word) => word !== '');
}

/** True for values that cannot be a credential: switches, paths, addresses and stand-ins. */
export function isHarmlessValue(value: string): boolean {
  const text = value.trim();
  return (
    /^(true|false|yes|no|on|off|none|null|nil|disabled|enabled|[01])?$/i.test(text) ||
    /^(\.{0,2}\/|~\/|[a-z]:\\)[^$]*$/i.test(text) ||
    /^[\w.-]+(\/[\w.-]+)+\.(pem|key|crt|cer|json|txt|jks|p12)$/i.test(text) ||
    /^https?:\/\/[^@\s]*$/i.test(text) ||
    /^<[^>]*>$/.test(text) ||
    /^(dummy|placeholder|fake|unused|not-?used|build-?time|to-?be-?set)([-_]?\w+)*$/i.test(text)
  );
}

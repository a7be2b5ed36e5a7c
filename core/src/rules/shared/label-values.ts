import deprecatedIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import spdxIds from 'spdx-license-ids/index.json' with { type: 'json' };

/** A URI of RFC 3986 with a scheme and something behind it. */
export function isUrl(value: string): boolean {
  return /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
}

const rfc3339 =
  /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** A full date and time of RFC 3339, of a day that exists. */
export function isRfc3339(value: string): boolean {
  const [, year, month, day] = (rfc3339.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** One id of the SPDX list as it is written there; old images name some that are deprecated now. */
export function isSpdxId(value: string): boolean {
  return spdxIds.includes(value) || deprecatedIds.includes(value);
}

/** An SPDX expression: ids, `+` behind them, WITH, AND, OR and parentheses. */
export function isSpdxExpression(value: string): boolean {
  const words = value.slice(0, longestExpression).match(/[()]|[^\s()]+/g) ?? [];
  // Every licence becomes `L` and every other unknown word `X`, which only an exception behind WITH may be.
  let form = words.map((word) => (operators.has(word) ? word : isLicence(word) ? 'L' : 'X')).join(' ');
  for (let before = ''; before !== form;) {
    before = form;
    form = form.replaceAll(/L WITH [LX]|L (?:AND|OR) L|\( L \)/g, 'L');
  }
  return form === 'L';
}

const operators = new Set(['(', ')', 'AND', 'OR', 'WITH']);
/** Nobody names so many licences, and a longer text is none. */
const longestExpression = 1_000;

function isLicence(token: string): boolean {
  return isSpdxId(token.replace(/\+$/, '')) || /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(token);
}

/** Hexadecimal digits of a commit: shortened to 7 or more, or a whole SHA-1 or SHA-256. */
export function isGitHash(value: string): boolean {
  return /^(?:[\da-f]{7,40}|[\da-f]{64})$/i.test(value);
}

/** Three numbers, a pre-release and build metadata, as Semantic Versioning 2.0.0 says. */
export function isSemver(value: string): boolean {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-([\dA-Za-z.-]+))?(?:\+([\dA-Za-z.-]+))?$/.exec(value);
  if (!match) return false;
  const numbers = match.slice(1, 4).map((part) => part ?? '');
  const preRelease = match[4]?.split('.') ?? [];
  const build = match[5]?.split('.') ?? [];
  const isPlain = (part: string): boolean => !/^0\d+$/.test(part);
  return numbers.every(isPlain) && preRelease.every(isPlain) && [...preRelease, ...build].every((part) => part !== '');
}

/** An address of RFC 5322, without comments and folding. */
export function isEmail(value: string): boolean {
  const [, local = '', domain = ''] = /^(.+)@([^@]+)$/.exec(value) ?? [];
  const isLocal = /^[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)*$/.test(local) || /^"[^"\\]*"$/.test(local);
  return (
    isLocal && /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*|\[[\da-f.:]+\])$/i.test(domain)
  );
}

/** A word on a command line, or two in a row, by which a program stops to check certificates. */
export interface TlsSwitch {
  readonly programs: RegExp;
  readonly word: RegExp;
  /** What the next word must be. */
  readonly next?: RegExp;
  /** True for an option that can be left out; a setting with a verb in front cannot. */
  readonly isOption: boolean;
}

const no = /^(false|no|off|0)$/i;

/** From the manuals of the programs. curl is read apart, since its short options run together. */
export const tlsSwitches: readonly TlsSwitch[] = [
  { programs: /^(wget|apk)$/, word: /^--no-check-certificate$/, isOption: true },
  { programs: /^(wget)$/, word: /^--check-certificate=(off|no|quiet|false|0)$/, isOption: true },
  { programs: /^(pip|python)[\d.]*$/, word: /^--trusted-host=./, isOption: true },
  { programs: /^(pip|python)[\d.]*$/, word: /^--trusted-host$/, next: /./, isOption: true },
  { programs: /^pip[\d.]*$/, word: /^(\w+\.)trusted-host$/, next: /./, isOption: false },
  { programs: /^uv$/, word: /^--allow-insecure-host=./, isOption: true },
  { programs: /^uv$/, word: /^--allow-insecure-host$/, next: /./, isOption: true },
  { programs: /^(npm|pnpm|yarn)$/, word: /^--(no-strict-ssl|strict-ssl=(false|0|no))$/, isOption: true },
  { programs: /^(npm|pnpm|yarn)$/, word: /^--strict-ssl$/, next: no, isOption: true },
  { programs: /^(npm|pnpm|yarn)$/, word: /^(strict-ssl|enableStrictSsl)$/, next: no, isOption: false },
  { programs: /^(npm|pnpm|yarn)$/, word: /^strict-ssl=(false|0|no)$/, isOption: false },
  { programs: /^git$/, word: /^-c$/, next: /^http\.(.+\.)?sslverify=(false|no|off|0)$/i, isOption: true },
  { programs: /^git$/, word: /^http\.(.+\.)?sslverify$/i, next: no, isOption: false },
  {
    programs: /^(yum|dnf5?|microdnf|tdnf)$/,
    word: /^--setopt=([\w*-]+\.)?sslverify=(0|false|no|off)$/i,
    isOption: true,
  },
  {
    programs: /^(yum|dnf5?|microdnf|tdnf)$/,
    word: /^--setopt$/,
    next: /^([\w*-]+\.)?sslverify=(0|false|no|off)$/i,
    isOption: true,
  },
  {
    programs: /^apt(-get|itude)?$/,
    word: /^(-o|--option)$/,
    next: /^acquire::https::([\w.]+::)?verify-(peer|host)=(false|0|no|off)$/i,
    isOption: true,
  },
  {
    programs: /^apt(-get|itude)?$/,
    word: /^(-o=?|--option=)acquire::https::([\w.]+::)?verify-(peer|host)=(false|0|no|off)$/i,
    isOption: true,
  },
  { programs: /^(conda|mamba|micromamba)$/, word: /^ssl_verify$/, next: no, isOption: false },
  { programs: /^(helm|kubectl|oc)$/, word: /^--insecure-skip-tls-verify(=true)?$/, isOption: true },
  { programs: /^aws$/, word: /^--no-verify-ssl$/, isOption: true },
  { programs: /^https?$/, word: /^--verify=(no|false)$/, isOption: true },
  { programs: /^composer$/, word: /^disable-tls$/, next: /^(true|1)$/, isOption: false },
  { programs: /^composer$/, word: /^secure-http$/, next: no, isOption: false },
];

/** The programs of that table by name. */
export const tlsPrograms: readonly string[] = (
  'wget apk pip pip3 python python3 uv npm pnpm yarn git yum dnf dnf5 microdnf tdnf apt apt-get aptitude conda mamba ' +
  'micromamba helm kubectl oc aws http https composer'
).split(' ');

const off = /^(0|false|no|off)$/i;
const set = /./;

/** Environment variables by which programs stop to check certificates, and the values that do it. */
export const tlsVariables: ReadonlyMap<string, RegExp> = new Map([
  ['BUNDLE_SSL_VERIFY_MODE', /^(0|none)$/i],
  ['CONDA_SSL_VERIFY', off],
  // The library `requests` takes an empty name for "do not check".
  ['CURL_CA_BUNDLE', /^$/],
  ['GIT_SSL_NO_VERIFY', /^(?!(0|false|no|off)$)./i],
  ['GOINSECURE', set],
  ['HEX_UNSAFE_HTTPS', /^(1|true)$/i],
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['NPM_CONFIG_STRICT_SSL', off],
  ['PERL_LWP_SSL_VERIFY_HOSTNAME', /^0$/],
  ['PIP_TRUSTED_HOST', set],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['REQUESTS_CA_BUNDLE', /^$/],
  ['UV_INSECURE_HOST', set],
  ['YARN_ENABLE_STRICT_SSL', off],
  ['YARN_STRICT_SSL', off],
]);

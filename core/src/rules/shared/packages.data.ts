/** How one package manager is spoken to. Words are compared as they are written, without quotes. */
export interface PackageManager {
  /** The programs that take these words. */
  readonly programs: readonly string[];
  /** Options that take the next word as their value. */
  readonly withValue: ReadonlySet<string>;
  /** Words in front of a verb that say what it is about: `dnf module install`. */
  readonly nouns: ReadonlySet<string>;
  /** Verbs that install the packages named behind them. */
  readonly installs: ReadonlySet<string>;
  /** Verbs that only fetch the lists of packages. */
  readonly refreshes: ReadonlySet<string>;
  /** Verbs that bring everything that is installed to its newest version. */
  readonly upgrades: ReadonlySet<string>;
  /** Verbs that remove the packages named behind them. */
  readonly removes: ReadonlySet<string>;
  /** Verbs that fetch something which then lies in the cache. */
  readonly downloads: ReadonlySet<string>;
  /** Verbs that ask before they act. */
  readonly asks: ReadonlySet<string>;
  /** A word that answers yes wherever it stands, or lets the manager only print. */
  readonly yes: RegExp;
  /** The same, but only in front of the verb. */
  readonly yesBefore?: RegExp;
  /** What a fix inserts to answer yes, and where. */
  readonly yesOption: '-y' | '--non-interactive';
  /** A file and a line in it that answer yes for all calls behind it. */
  readonly yesSetting?: Setting;
  /** Folders that keep what was downloaded, and those of them in which the lists of packages lie. */
  readonly caches: readonly string[];
  readonly lists: readonly string[];
  /** A package word that says which version is wanted. */
  readonly version: RegExp;
  /** Words behind an installing verb that name no package of a repository: files, groups, exclusions. */
  readonly unversioned: RegExp;
}

/** A setting in a file that some instruction writes. */
export interface Setting {
  readonly path: RegExp;
  readonly line: RegExp;
}

/** How hadolint reads a package manager where that differs: it looks for words, wherever they stand. */
export interface HadolintReading {
  readonly programs: readonly string[];
  /** Words that make it ask for an answer, and flags that give one. */
  readonly asks?: readonly string[];
  readonly yes?: readonly string[];
  /** Words that make it look at the packages. */
  readonly installs: readonly string[];
  /** Flags of which the next word is no package. */
  readonly dropped: readonly string[];
  /** Words of an `rm` that count as cleaning up, and those of the manager itself. */
  readonly removes?: readonly string[];
  readonly cleans?: readonly string[];
  /** Mounts that make cleaning up needless, by a piece of their target. */
  readonly mounts?: readonly string[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** https://manpages.debian.org/stable/apt/apt-get.8.en.html */
const apt: PackageManager = {
  programs: ['apt-get', 'apt', 'aptitude'],
  withValue: words(
    '-o --option -t --target-release --default-release -c --config-file -a --host-architecture -P --build-profiles ' +
      '--solver --planner',
  ),
  nouns: new Set(),
  installs: words('install reinstall'),
  refreshes: words('update'),
  upgrades: words('upgrade dist-upgrade full-upgrade safe-upgrade dselect-upgrade'),
  removes: words('remove purge autoremove autopurge'),
  downloads: words('install reinstall upgrade dist-upgrade full-upgrade safe-upgrade build-dep'),
  asks: words(
    'install reinstall remove purge autoremove autopurge upgrade dist-upgrade full-upgrade safe-upgrade build-dep',
  ),
  yes: /^(?:--(?:yes|assume-yes|simulate|just-print|dry-run|recon|no-act|print-uris|help)(?:=|$)|-[qfmduVv]*[ysh]|(?:-o=?|--option=)?APT::Get::Assume-Yes=(?:true|1|yes)$)/i,
  yesOption: '-y',
  yesSetting: { path: /apt\.conf/, line: /APT::Get::Assume-Yes\W+(?:true|1|yes)/i },
  caches: ['/var/cache/apt', '/var/lib/apt/lists'],
  lists: ['/var/lib/apt/lists'],
  version: /=/,
  // `foo/bookworm` takes what that suite has, `foo-` removes, and files have their version in themselves.
  unversioned: /\/|\.deb$|[-^*]$|^[~?]/,
};

/** https://man.archlinux.org/man/apk.8.en, https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper */
const apk: PackageManager = {
  programs: ['apk'],
  withValue: words(
    '-t --virtual -X --repository -p --root --arch --keys-dir --repositories-file --cache-dir --cache-max-age --wait ' +
      '--progress-fd --timeout',
  ),
  nouns: new Set(),
  installs: words('add'),
  refreshes: words('update'),
  upgrades: words('upgrade'),
  removes: words('del'),
  downloads: words('add upgrade update fix'),
  asks: new Set(),
  yes: /^$/,
  yesOption: '-y',
  caches: ['/var/cache/apk', '/etc/apk/cache'],
  lists: ['/var/cache/apk', '/etc/apk/cache'],
  version: /[=<>~]/,
  // `!pyc` says what must not come along, `foo@edge` takes what a tagged repository has.
  unversioned: /^!|\/|\.apk$|@/,
};

const rpmUpgrades = words(
  'update upgrade update-minimal upgrade-minimal distro-sync distribution-synchronization dist-upgrade dsync',
);
const rpmInstalls = words('install localinstall groupinstall reinstall');

/** https://dnf.readthedocs.io/en/latest/command_ref.html; yum of RHEL 7 and before knows the same words. */
const rpm: Omit<PackageManager, 'programs' | 'caches' | 'lists'> = {
  withValue: words(
    '-c --config -d --debuglevel -e --errorlevel -R --randomwait -x --exclude --excludepkgs --enablerepo ' +
      '--disablerepo --repo --repoid --enable-repo --disable-repo --installroot --releasever --setopt --disableplugin ' +
      '--enableplugin --disableexcludes --disableexcludepkgs --forcearch --comment --advisory --advisories --bz ' +
      '--bzs --cve --cves --sec-severity --downloaddir --destdir --repofrompath --color --rpmverbosity',
  ),
  nouns: words('module group groups environment copr'),
  installs: rpmInstalls,
  refreshes: words('makecache check-update'),
  upgrades: rpmUpgrades,
  removes: words('remove erase rm autoremove groupremove groupuninstall'),
  downloads: new Set([...rpmInstalls, ...rpmUpgrades, ...words('makecache builddep downgrade swap groupupdate')]),
  asks: new Set([
    ...rpmInstalls,
    ...rpmUpgrades,
    ...words('remove erase autoremove groupremove groupupdate downgrade swap builddep enable disable reset switch-to'),
  ]),
  yes: /^(?:--(?:assumeyes|assumeno|help)$|-[46bChqvT]*[yh]|(?:--setopt=)?(?:main\.)?assumeyes=(?:true|1|yes|on)$)/i,
  yesOption: '-y',
  yesSetting: { path: /(?:yum|dnf)(?:\.conf|\/)/, line: /\bassumeyes\s*=\s*(?:true|1|yes|on)/i },
  // A version begins with a digit and stands last, or before the release: `java-17-openjdk` is a name.
  version: /-(?:\d+:)?\d[^-]*(?:-\d[^-]*)?$|[=<>]/,
  unversioned: /^@|\/|\.rpm$|^[^:]+:[^-]+$/,
};
const yumCaches = ['/var/cache/yum', '/var/cache/dnf'];
const dnfCaches = ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum', '/var/cache/tdnf'];
const yum: PackageManager = { ...rpm, programs: ['yum'], caches: yumCaches, lists: yumCaches };
const dnf: PackageManager = {
  ...rpm,
  programs: ['dnf', 'microdnf', 'dnf5', 'dnf4', 'tdnf'],
  caches: dnfCaches,
  lists: dnfCaches,
};

const zypperInstalls = words('install in');
const zypperUpgrades = words('update up dist-upgrade dup patch');

/** https://en.opensuse.org/SDB:Zypper_manual */
const zypper: PackageManager = {
  programs: ['zypper'],
  withValue: words(
    '-c --config -C --cache-dir --reposd-dir -p --plus-repo --plus-content -R --root --installroot --releasever ' +
      '--solv-cache-dir --raw-cache-dir --pkg-cache-dir -r --repo --from -t --type',
  ),
  nouns: new Set(),
  installs: zypperInstalls,
  refreshes: words('refresh ref'),
  upgrades: zypperUpgrades,
  removes: words('remove rm'),
  downloads: new Set([...zypperInstalls, ...zypperUpgrades, ...words('refresh ref source-install si')]),
  asks: new Set([
    ...zypperInstalls,
    ...zypperUpgrades,
    ...words('remove rm source-install si verify ve install-new-recommends inr'),
  ]),
  yes: /^(?:--(?:non-interactive|no-confirm|dry-run|help)$|-[a-zA-Z]*y)/,
  yesBefore: /^-[a-zA-Z]*n/,
  yesOption: '--non-interactive',
  caches: ['/var/cache/zypp'],
  lists: ['/var/cache/zypp'],
  version: /[=<>]/,
  unversioned: /\/|\.rpm$|^[-!~]|^(?:pattern|patch|product):/,
};

export const packageManagers = { apt, apk, yum, dnf, zypper } as const;

/** As the sources of hadolint's rules say. */
export const hadolintReadings = {
  apt: {
    programs: ['apt-get'],
    asks: ['install'],
    yes: ['y', 'yes', 'q', 'assume-yes'],
    installs: ['install'],
    dropped: ['t', 'target-release'],
  },
  apk: { programs: ['apk'], installs: ['add'], dropped: ['t', 'virtual', 'repository', 'X'] },
  yum: {
    programs: ['yum'],
    asks: ['install', 'groupinstall', 'localinstall'],
    yes: ['y', 'assumeyes'],
    installs: ['install'],
    dropped: [],
    cleans: ['clean', 'all'],
    removes: ['-rf', '/var/cache/yum/*'],
  },
  dnf: {
    programs: ['dnf', 'microdnf'],
    asks: ['install', 'groupinstall', 'localinstall'],
    yes: ['y', 'assumeyes'],
    installs: ['install'],
    dropped: [],
    cleans: ['clean', 'all'],
    removes: ['-rf', '/var/cache/yum/*', '/var/cache/libdnf5*'],
    mounts: ['/var/cache/libdnf5', '.cache/libdnf5'],
  },
  zypper: {
    programs: ['zypper'],
    asks: ['install', 'in', 'remove', 'rm', 'source-install', 'si', 'patch'],
    yes: ['non-interactive', 'n', 'no-confirm', 'y'],
    installs: ['install', 'in'],
    dropped: [],
    cleans: ['clean', 'cc'],
  },
} as const satisfies Readonly<Record<string, HadolintReading>>;

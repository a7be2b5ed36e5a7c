/** A tool that downloads into a folder which a cache mount can keep between builds. */
export interface CachingTool {
  readonly programs: readonly string[];
  /** Its verbs that download. */
  readonly verbs: RegExp;
  /** Where it keeps what it downloaded, for root, in the usual images. */
  readonly folders: readonly string[];
  /** Other folders that do as well. */
  readonly others?: readonly string[];
  /** Two builds at a time would disturb each other. */
  readonly isLocked?: boolean;
  /** Options that say that nothing is to be kept, or that nothing is downloaded; a tool installed once for all is no download that repeats. */
  readonly without?: RegExp;
}

/** https://docs.docker.com/build/cache/optimize/#use-cache-mounts */
export const cachingTools: readonly CachingTool[] = [
  {
    programs: ['apt-get', 'apt', 'aptitude'],
    verbs: /^(?:install|upgrade|dist-upgrade|full-upgrade|build-dep)$/,
    folders: ['/var/cache/apt', '/var/lib/apt'],
    others: ['/var/lib/apt/lists'],
    isLocked: true,
  },
  {
    programs: ['apk'],
    verbs: /^(?:add|upgrade)$/,
    folders: ['/var/cache/apk'],
    others: ['/etc/apk/cache'],
    without: /^--no-cache$/,
  },
  {
    programs: ['dnf', 'microdnf'],
    verbs: /^(?:install|update|upgrade|groupinstall)$/,
    folders: ['/var/cache/dnf'],
    others: ['/var/cache/libdnf5', '/var/cache/yum'],
    isLocked: true,
  },
  {
    programs: ['dnf5'],
    verbs: /^(?:install|update|upgrade)$/,
    folders: ['/var/cache/libdnf5'],
    isLocked: true,
  },
  {
    programs: ['yum'],
    verbs: /^(?:install|update|upgrade|groupinstall)$/,
    folders: ['/var/cache/yum'],
    others: ['/var/cache/dnf', '/var/cache/libdnf5'],
    isLocked: true,
  },
  {
    programs: ['zypper'],
    verbs: /^(?:install|in|update|up|dup|dist-upgrade)$/,
    folders: ['/var/cache/zypp'],
    isLocked: true,
  },
  {
    programs: ['npm'],
    verbs: /^(?:ci|clean-install|install|i|add)$/,
    folders: ['/root/.npm'],
    without: /^(?:-g|--global|--location=global|--offline)$/,
  },
  {
    programs: ['yarn', 'yarnpkg'],
    verbs: /^(?:install|add)$/,
    folders: ['/usr/local/share/.cache/yarn'],
    others: ['/root/.yarn/berry/cache', '/root/.cache/yarn', '/usr/local/share/.cache/yarn/v6'],
    without: /^--(?:prefer-)?offline$/,
  },
  {
    programs: ['pnpm'],
    verbs: /^(?:install|i|add|fetch)$/,
    folders: ['/root/.local/share/pnpm/store'],
    others: ['/pnpm/store', '/root/.pnpm-store'],
    without: /^(?:-g|--global|--offline|--prefer-offline)$/,
  },
  { programs: ['bun'], verbs: /^(?:install|i|add)$/, folders: ['/root/.bun/install/cache'], without: /^--no-cache$/ },
  {
    programs: ['pip', 'pip3'],
    verbs: /^(?:install|wheel|download)$/,
    folders: ['/root/.cache/pip'],
    others: ['/root/.cache'],
    without: /^--no-(?:cache-dir|index)$/,
  },
  {
    programs: ['uv'],
    verbs: /^(?:sync|pip|tool)$/,
    folders: ['/root/.cache/uv'],
    others: ['/root/.cache'],
    without: /^(?:--no-cache(?:-dir)?|-n)$/,
  },
  {
    programs: ['poetry'],
    verbs: /^(?:install|sync)$/,
    folders: ['/root/.cache/pypoetry'],
    others: ['/root/.cache'],
    without: /^--no-cache$/,
  },
  {
    programs: ['go'],
    verbs: /^(?:build|install|mod|get|test)$/,
    folders: ['/go/pkg/mod', '/root/.cache/go-build'],
    others: ['/root/go/pkg/mod'],
    without: /^-mod=vendor$/,
  },
  {
    programs: ['cargo'],
    verbs: /^(?:build|install|fetch|test|chef)$/,
    folders: ['/usr/local/cargo/registry'],
    others: ['/root/.cargo/registry'],
    without: /^--offline$/,
    isLocked: true,
  },
  {
    programs: ['mvn', 'mvnw'],
    verbs: /^[a-z][\w:.-]*$/,
    folders: ['/root/.m2'],
    others: ['/root/.m2/repository'],
    without: /^(?:-o|--offline)$/,
  },
  {
    programs: ['gradle', 'gradlew'],
    verbs: /^[a-zA-Z:][\w:.-]*$/,
    folders: ['/root/.gradle'],
    others: ['/home/gradle/.gradle', '/root/.gradle/caches'],
  },
  {
    programs: ['bundle'],
    verbs: /^install$/,
    folders: ['/usr/local/bundle/cache'],
    others: ['/usr/local/bundle', '/root/.bundle/cache', '/root/.bundle'],
  },
  {
    programs: ['composer'],
    verbs: /^(?:install|update|require)$/,
    folders: ['/root/.composer/cache'],
    others: ['/tmp/cache', '/root/.cache/composer', '/root/.composer'],
    without: /^--no-cache$/,
  },
  {
    programs: ['dotnet'],
    verbs: /^(?:restore|build|publish)$/,
    folders: ['/root/.nuget/packages'],
    without: /^--no-restore$/,
  },
];

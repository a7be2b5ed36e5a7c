import type { Keyword } from '../dockerfile/index.ts';
import { message, type Message } from '../text/index.ts';

/** A flag of an instruction, `--name` or `--name=value`. */
export interface FlagHelp {
  readonly name: string;
  readonly summary: Message;
  /** Values worth offering; empty for free text; null for a flag that stands alone. */
  readonly values: readonly string[] | null;
}

export interface InstructionHelp {
  readonly summary: Message;
  readonly syntax: readonly string[];
  /** What follows the keyword, in snippet syntax. */
  readonly snippet: string;
  readonly flags: readonly FlagHelp[];
}

const reference = 'https://docs.docker.com/reference/dockerfile/';

export function instructionUrl(keyword: Keyword): string {
  return keyword === 'MAINTAINER' ? `${reference}#maintainer-deprecated` : `${reference}#${keyword.toLowerCase()}`;
}

export const directivesUrl = `${reference}#parser-directives`;

/** Values that several flags share. */
export const platforms = [
  '$BUILDPLATFORM',
  '$TARGETPLATFORM',
  'linux/amd64',
  'linux/arm64',
  'linux/arm/v7',
  'linux/386',
  'linux/ppc64le',
  'linux/s390x',
  'linux/riscv64',
  'windows/amd64',
];

const chown: FlagHelp = {
  name: 'chown',
  summary: message('Owner of the copied files: a user and, behind a colon, a group. Names are looked up in the image.'),
  values: [],
};
const chmod: FlagHelp = {
  name: 'chmod',
  summary: message('Permissions of the copied files, as octal digits or in symbols such as `u=rwX,go=rX`.'),
  values: ['755', '644', '600', '700', 'u=rwX,go=rX', '+x'],
};
const linkFlag: FlagHelp = {
  name: 'link',
  summary: message('Makes a layer that does not depend on the ones below, so a new base image does not rebuild it.'),
  values: null,
};
const exclude: FlagHelp = {
  name: 'exclude',
  summary: message('Leaves out what matches this pattern. May be given several times.'),
  values: ['**/.git', '**/node_modules', '**/*.md'],
};

export const instructions: Readonly<Record<Keyword, InstructionHelp>> = {
  ADD: {
    summary: message(
      'Copies files into the image. Unlike COPY it also downloads URLs, clones Git repositories and unpacks archives.',
    ),
    syntax: ['ADD [--chown=…] [--chmod=…] [--checksum=…] <source>… <destination>', 'ADD ["<source>", "<destination>"]'],
    snippet: '${1:source} ${2:destination}',
    flags: [
      {
        name: 'checksum',
        summary: message('Digest that a download must have; the build stops when it differs.'),
        values: ['sha256:'],
      },
      {
        name: 'keep-git-dir',
        summary: message('Keeps the `.git` folder of a cloned repository.'),
        values: ['true', 'false'],
      },
      {
        name: 'unpack',
        summary: message('Unpacks an archive, or with `false` keeps it as it is.'),
        values: ['true', 'false'],
      },
      chown,
      chmod,
      linkFlag,
      exclude,
    ],
  },
  ARG: {
    summary: message(
      'Declares a variable that exists during the build only. `--build-arg` sets it; it is no place for secrets.',
    ),
    syntax: ['ARG <name>[=<default>] …'],
    snippet: '${1:NAME}',
    flags: [],
  },
  CMD: {
    summary: message(
      'What a container of this image runs when nothing else is asked for, or the default arguments of ENTRYPOINT.',
    ),
    syntax: ['CMD ["executable", "argument"]', 'CMD command argument'],
    snippet: '["${1:executable}"]',
    flags: [],
  },
  COPY: {
    summary: message('Copies files from the build context, from another stage or from an image.'),
    syntax: [
      'COPY [--from=…] [--chown=…] [--chmod=…] [--link] <source>… <destination>',
      'COPY ["<source>", "<destination>"]',
    ],
    snippet: '${1:source} ${2:destination}',
    flags: [
      {
        name: 'from',
        summary: message('Stage, image or named context to copy from, instead of the build context.'),
        values: [],
      },
      chown,
      chmod,
      linkFlag,
      {
        name: 'parents',
        summary: message('Keeps the folders of the sources; `./` in a source says from where on.'),
        values: null,
      },
      exclude,
    ],
  },
  ENTRYPOINT: {
    summary: message(
      'The program that every container of this image runs. Arguments of `docker run` are handed to it.',
    ),
    syntax: ['ENTRYPOINT ["executable", "argument"]', 'ENTRYPOINT command argument'],
    snippet: '["${1:executable}"]',
    flags: [],
  },
  ENV: {
    summary: message('Sets environment variables for the rest of the build and for containers of this image.'),
    syntax: ['ENV <name>=<value> …'],
    snippet: '${1:NAME}=${2:value}',
    flags: [],
  },
  EXPOSE: {
    summary: message('Documents the ports on which the container listens. It does not publish them.'),
    syntax: ['EXPOSE <port>[/<protocol>] …'],
    snippet: '${1:8080}',
    flags: [],
  },
  FROM: {
    summary: message('Begins a stage on a base image, on an earlier stage, or on `scratch`, which is empty.'),
    syntax: ['FROM [--platform=<platform>] <image>[:<tag>][@<digest>] [AS <stage>]'],
    snippet: '${1:image}',
    flags: [
      {
        name: 'platform',
        summary: message('Platform of the base image. Without it the target platform of the build counts.'),
        values: platforms,
      },
    ],
  },
  HEALTHCHECK: {
    summary: message('A command that tells whether the container still works: exit code 0 is healthy, 1 is not.'),
    syntax: ['HEALTHCHECK [--interval=…] [--timeout=…] [--retries=…] CMD <command>', 'HEALTHCHECK NONE'],
    snippet: '--interval=${1:30s} --timeout=${2:3s} CMD ${3:command}',
    flags: [
      {
        name: 'interval',
        summary: message('Time between two checks; 30s when not given.'),
        values: ['10s', '30s', '1m'],
      },
      {
        name: 'timeout',
        summary: message('A check that takes longer has failed; 30s when not given.'),
        values: ['3s', '5s', '10s'],
      },
      {
        name: 'start-period',
        summary: message('Time to start, in which failed checks do not count; 0s when not given.'),
        values: ['5s', '10s', '30s', '1m'],
      },
      {
        name: 'start-interval',
        summary: message('Time between two checks while the container starts; 5s when not given.'),
        values: ['1s', '2s', '5s'],
      },
      {
        name: 'retries',
        summary: message('Failures in a row until the container is unhealthy; 3 when not given.'),
        values: ['3', '5', '10'],
      },
    ],
  },
  LABEL: {
    summary: message('Adds metadata to the image: its source, licence, version and so on.'),
    syntax: ['LABEL <key>=<value> …'],
    snippet: '${1:key}="${2:value}"',
    flags: [],
  },
  MAINTAINER: {
    summary: message('Deprecated. Use `LABEL org.opencontainers.image.authors=…`.'),
    syntax: ['MAINTAINER <name>'],
    snippet: '${1:name}',
    flags: [],
  },
  ONBUILD: {
    summary: message('Stores an instruction that runs when another build uses this image as its base.'),
    syntax: ['ONBUILD <instruction>'],
    snippet: '${1:RUN} ${2:command}',
    flags: [],
  },
  RUN: {
    summary: message('Runs a command on top of the layers so far and keeps what it changed as a new layer.'),
    syntax: ['RUN [--mount=…] [--network=…] <command>', 'RUN ["executable", "argument"]', 'RUN <<EOF\n…\nEOF'],
    snippet: '${1:command}',
    flags: [
      {
        name: 'mount',
        summary: message('Mounts a cache, a secret, an SSH agent, files or memory for this one command.'),
        values: [],
      },
      {
        name: 'network',
        summary: message('Network of this command: `default`, `none` for no network, or `host`.'),
        values: ['default', 'none', 'host'],
      },
      {
        name: 'security',
        summary: message('`insecure` runs this command with all privileges; the builder must be allowed to.'),
        values: ['sandbox', 'insecure'],
      },
      {
        name: 'device',
        summary: message('A device of the builder (CDI) that this command may use.'),
        values: ['nvidia.com/gpu=all'],
      },
    ],
  },
  SHELL: {
    summary: message('The shell that runs RUN, CMD and ENTRYPOINT when they are not written as a JSON array.'),
    syntax: ['SHELL ["executable", "argument"]'],
    snippet: '["${1:/bin/bash}", "-o", "pipefail", "-c"]',
    flags: [],
  },
  STOPSIGNAL: {
    summary: message('The signal that asks the container to end; SIGTERM when not given.'),
    syntax: ['STOPSIGNAL <signal>'],
    snippet: '${1:SIGTERM}',
    flags: [],
  },
  USER: {
    summary: message('User and group for the instructions that follow and for containers of this image.'),
    syntax: ['USER <user>[:<group>]', 'USER <uid>[:<gid>]'],
    snippet: '${1:nonroot}',
    flags: [],
  },
  VOLUME: {
    summary: message(
      'Marks a folder as one that containers keep in a volume. Later changes to it in the build are lost.',
    ),
    syntax: ['VOLUME ["<path>"]', 'VOLUME <path> …'],
    snippet: '["${1:/data}"]',
    flags: [],
  },
  WORKDIR: {
    summary: message('The folder for the instructions that follow and for containers; it is created when missing.'),
    syntax: ['WORKDIR <path>'],
    snippet: '${1:/app}',
    flags: [],
  },
};

export interface MountKeyHelp {
  readonly name: string;
  readonly summary: Message;
  /** Values worth offering; empty for free text; null for a key that stands alone. */
  readonly values: readonly string[] | null;
}

const target: MountKeyHelp = { name: 'target', summary: message('Where it appears for this command.'), values: [] };
const fromKey: MountKeyHelp = {
  name: 'from',
  summary: message('Stage, image or named context to mount from, instead of the build context.'),
  values: [],
};
const source: MountKeyHelp = {
  name: 'source',
  summary: message('Folder or file to mount, inside what `from` names or the build context.'),
  values: [],
};
const booleans = ['true', 'false'];
const required: MountKeyHelp = {
  name: 'required',
  summary: message('The build stops when it was not given; otherwise the command runs without it.'),
  values: booleans,
};
const ownership = (modes: readonly string[]): readonly MountKeyHelp[] => [
  { name: 'mode', summary: message('Permissions, as octal digits.'), values: modes },
  { name: 'uid', summary: message('Number of the user it belongs to; 0 when not given.'), values: ['1000', '65532'] },
  { name: 'gid', summary: message('Number of the group it belongs to; 0 when not given.'), values: ['1000', '65532'] },
];

/** The keys of `RUN --mount=type=…` by type. */
export const mountKeys: Readonly<Record<string, readonly MountKeyHelp[]>> = {
  bind: [
    target,
    source,
    fromKey,
    { name: 'rw', summary: message('The command may write to it; what it writes is thrown away.'), values: null },
  ],
  cache: [
    target,
    {
      name: 'id',
      summary: message('Name of the cache: mounts with the same one share it. The target when not given.'),
      values: [],
    },
    {
      name: 'sharing',
      summary: message('What happens when two builds use the cache at once; `shared` when not given.'),
      values: ['shared', 'private', 'locked'],
    },
    source,
    fromKey,
    { name: 'ro', summary: message('The command may only read it.'), values: null },
    ...ownership(['0755', '0700']),
  ],
  tmpfs: [target, { name: 'size', summary: message('The most it may hold.'), values: ['64m', '512m', '1g'] }],
  secret: [
    { name: 'id', summary: message('Name of the secret, as `docker build --secret id=…` gives it.'), values: [] },
    target,
    {
      name: 'env',
      summary: message('Variable that holds the secret for this command, instead of a file.'),
      values: [],
    },
    required,
    ...ownership(['0400', '0440', '0444']),
  ],
  ssh: [
    {
      name: 'id',
      summary: message('Name of the agent, as `docker build --ssh …` gives it; `default` when not given.'),
      values: ['default'],
    },
    target,
    required,
    ...ownership(['0600', '0660']),
  ],
};

/** Other names of the same keys. */
export const mountKeyAliases: ReadonlyMap<string, string> = new Map([
  ['src', 'source'],
  ['dst', 'target'],
  ['destination', 'target'],
  ['readonly', 'ro'],
  ['readwrite', 'rw'],
]);

/** The kinds of mounts, with what is commonly written first. */
export const mountTypes: readonly { readonly type: string; readonly start: string; readonly summary: Message }[] = [
  {
    type: 'cache',
    start: 'type=cache,target=',
    summary: message(
      'A folder that stays between builds and is no part of the image: for package managers and compilers.',
    ),
  },
  {
    type: 'bind',
    start: 'type=bind,target=',
    summary: message('Files of the build context, a stage or an image, without copying them into a layer.'),
  },
  {
    type: 'secret',
    start: 'type=secret,id=',
    summary: message('A secret that only this command can read: in a file below /run/secrets, or in a variable.'),
  },
  {
    type: 'ssh',
    start: 'type=ssh',
    summary: message('The SSH agent of whoever builds, to reach private repositories without copying keys.'),
  },
  {
    type: 'tmpfs',
    start: 'type=tmpfs,target=',
    summary: message('Memory as a folder; it is gone when the command ends.'),
  },
];

export interface DirectiveHelp {
  readonly name: string;
  readonly summary: Message;
  readonly values: readonly string[];
}

export const directives: readonly DirectiveHelp[] = [
  {
    name: 'syntax',
    summary: message('The Dockerfile frontend that reads this file. `docker/dockerfile:1` follows all 1.x releases.'),
    values: ['docker/dockerfile:1', 'docker/dockerfile:1-labs'],
  },
  {
    name: 'escape',
    summary: message('The character that continues lines and escapes; a backtick suits Windows paths.'),
    values: ['`', '\\'],
  },
  {
    name: 'check',
    summary: message('Which build checks are skipped, and whether a finding stops the build.'),
    values: ['skip=', 'error=true', 'skip=all', 'experimental=all'],
  },
];

export interface ValueHelp {
  readonly value: string;
  readonly summary: Message | null;
}

export const stopSignals: readonly ValueHelp[] = [
  { value: 'SIGTERM', summary: message('The default: end in good order.') },
  { value: 'SIGINT', summary: message('As Ctrl+C does.') },
  { value: 'SIGQUIT', summary: message('nginx and PHP-FPM finish open requests on it.') },
  { value: 'SIGWINCH', summary: message('Apache httpd finishes open requests on it.') },
  { value: 'SIGHUP', summary: message('Many services read their configuration again on it.') },
  { value: 'SIGUSR1', summary: message('Each program gives it a meaning of its own.') },
  { value: 'SIGUSR2', summary: message('Each program gives it a meaning of its own.') },
  { value: 'SIGRTMIN+3', summary: message('systemd shuts down in good order on it.') },
  { value: 'SIGABRT', summary: message('Ends at once, with a core dump for debugging.') },
  { value: 'SIGKILL', summary: message('Ends at once; nothing can be saved.') },
];

export const users: readonly ValueHelp[] = [
  { value: 'nonroot', summary: message('The user of distroless and Chainguard images.') },
  { value: '65532:65532', summary: message('By number, so that Kubernetes can see that it is not root.') },
  { value: 'nobody', summary: message('A user without rights that nearly every image has.') },
  { value: 'root', summary: message('All rights. Only for steps that need them.') },
];

export const shells: readonly ValueHelp[] = [
  {
    value: '["/bin/bash", "-o", "pipefail", "-c"]',
    summary: message('bash, and a pipe fails when any part of it fails.'),
  },
  { value: '["/bin/ash", "-eo", "pipefail", "-c"]', summary: message('The shell of Alpine, strict.') },
  { value: '["/bin/sh", "-c"]', summary: message('The default on Linux.') },
  {
    value: '["powershell", "-Command", "$ErrorActionPreference = \'Stop\';"]',
    summary: message('PowerShell on Windows, stopping at the first error.'),
  },
  {
    value: '["pwsh", "-NoLogo", "-Command", "$ErrorActionPreference = \'Stop\';"]',
    summary: message('PowerShell 7, on Linux as well.'),
  },
  { value: '["cmd", "/S", "/C"]', summary: message('The default on Windows.') },
];

const forApplications = message('A usual place for an application');
export const workDirs: readonly ValueHelp[] = ['/app', '/srv', '/usr/src/app', '/workspace'].map((value) => ({
  value,
  summary: forApplications,
}));

export const ociLabels: readonly ValueHelp[] = [
  { value: 'org.opencontainers.image.title', summary: message('Name of the image for people.') },
  { value: 'org.opencontainers.image.description', summary: message('What is in the image, in one sentence.') },
  { value: 'org.opencontainers.image.version', summary: message('Version of the packaged software.') },
  { value: 'org.opencontainers.image.revision', summary: message('Commit that the image was built from.') },
  {
    value: 'org.opencontainers.image.source',
    summary: message('Where the source code lives. GitHub links packages by it.'),
  },
  { value: 'org.opencontainers.image.url', summary: message('Page with more about the image.') },
  { value: 'org.opencontainers.image.documentation', summary: message('Page with the documentation.') },
  { value: 'org.opencontainers.image.authors', summary: message('Who is responsible for the image.') },
  { value: 'org.opencontainers.image.vendor', summary: message('The organisation that distributes the image.') },
  { value: 'org.opencontainers.image.licenses', summary: message('Licences as an SPDX expression.') },
  { value: 'org.opencontainers.image.created', summary: message('Time of the build, by RFC 3339.') },
  { value: 'org.opencontainers.image.base.name', summary: message('Reference of the base image.') },
  { value: 'org.opencontainers.image.base.digest', summary: message('Digest of the base image.') },
];

/** ARGs that BuildKit fills by itself. Usable in FROM at once; in a stage after `ARG <name>`. */
export const platformArgs: readonly ValueHelp[] = [
  { value: 'BUILDPLATFORM', summary: message('Platform of the machine that builds, such as `linux/amd64`.') },
  { value: 'BUILDOS', summary: message('Operating system of BUILDPLATFORM.') },
  { value: 'BUILDARCH', summary: message('Processor of BUILDPLATFORM.') },
  { value: 'BUILDVARIANT', summary: message('Processor variant of BUILDPLATFORM.') },
  { value: 'TARGETPLATFORM', summary: message('Platform that the image is built for, such as `linux/arm64`.') },
  { value: 'TARGETOS', summary: message('Operating system of TARGETPLATFORM.') },
  { value: 'TARGETARCH', summary: message('Processor of TARGETPLATFORM, such as `amd64` or `arm64`.') },
  { value: 'TARGETVARIANT', summary: message('Processor variant of TARGETPLATFORM, such as `v7`.') },
  { value: 'TARGETSTAGE', summary: message('Name of the stage that is built.') },
];

/** Official images that application Dockerfiles commonly start from. */
export const officialImages: readonly string[] = [
  'alpine',
  'debian',
  'ubuntu',
  'busybox',
  'node',
  'python',
  'golang',
  'rust',
  'ruby',
  'php',
  'eclipse-temurin',
  'maven',
  'gradle',
  'nginx',
  'httpd',
  'caddy',
  'postgres',
  'redis',
  'mysql',
  'mariadb',
  'mongo',
  'gcr.io/distroless/static-debian12',
  'gcr.io/distroless/base-debian12',
  'mcr.microsoft.com/dotnet/sdk',
  'mcr.microsoft.com/dotnet/aspnet',
];

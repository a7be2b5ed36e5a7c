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
  values: ['755', '644', '600', 'u=rwX,go=rX'],
};
const linkFlag: FlagHelp = {
  name: 'link',
  summary: message('Makes a layer that does not depend on the ones below, so a new base image does not rebuild it.'),
  values: null,
};
const exclude: FlagHelp = {
  name: 'exclude',
  summary: message('Leaves out what matches this pattern. May be given several times.'),
  values: [],
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
        values: ['type=cache,target=', 'type=bind,target=', 'type=secret,id=', 'type=ssh', 'type=tmpfs,target='],
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
      { name: 'device', summary: message('A device of the builder (CDI) that this command may use.'), values: [] },
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
  readonly values: readonly string[] | null;
}

const target: MountKeyHelp = { name: 'target', values: [] };
const fromKey: MountKeyHelp = { name: 'from', values: [] };
const source: MountKeyHelp = { name: 'source', values: [] };
const booleans = ['true', 'false'];
const ownership: readonly MountKeyHelp[] = [
  { name: 'mode', values: [] },
  { name: 'uid', values: [] },
  { name: 'gid', values: [] },
];

/** The keys of `RUN --mount=type=…` by type. */
export const mountKeys: Readonly<Record<string, readonly MountKeyHelp[]>> = {
  bind: [target, source, fromKey, { name: 'rw', values: null }],
  cache: [
    target,
    { name: 'id', values: [] },
    { name: 'sharing', values: ['shared', 'private', 'locked'] },
    source,
    fromKey,
    { name: 'ro', values: null },
    ...ownership,
  ],
  tmpfs: [target, { name: 'size', values: [] }],
  secret: [
    { name: 'id', values: [] },
    target,
    { name: 'env', values: [] },
    { name: 'required', values: booleans },
    ...ownership,
  ],
  ssh: [{ name: 'id', values: ['default'] }, target, { name: 'required', values: booleans }, ...ownership],
};

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
    values: ['skip=', 'error=true', 'skip=all'],
  },
];

export interface ValueHelp {
  readonly value: string;
  readonly summary: Message | null;
}

const plain = (values: readonly string[]): ValueHelp[] => values.map((value) => ({ value, summary: null }));

export const stopSignals: readonly ValueHelp[] = [
  { value: 'SIGTERM', summary: message('The default: end in good order.') },
  { value: 'SIGINT', summary: message('As Ctrl+C does.') },
  { value: 'SIGQUIT', summary: message('nginx and PHP-FPM finish open requests on it.') },
  { value: 'SIGWINCH', summary: message('Apache httpd finishes open requests on it.') },
  { value: 'SIGHUP', summary: null },
  { value: 'SIGUSR1', summary: null },
  { value: 'SIGUSR2', summary: null },
  { value: 'SIGRTMIN+3', summary: message('systemd shuts down in good order on it.') },
  { value: 'SIGKILL', summary: message('Ends at once; nothing can be saved.') },
];

export const users: readonly ValueHelp[] = [
  { value: 'nonroot', summary: message('The user of distroless and Chainguard images.') },
  { value: '65532:65532', summary: message('By number, so that Kubernetes can see that it is not root.') },
  { value: 'nobody', summary: null },
  { value: 'node', summary: message('The user that official Node images bring.') },
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
];

export const workDirs: readonly ValueHelp[] = plain(['/app', '/srv', '/usr/src/app', '/workspace']);

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

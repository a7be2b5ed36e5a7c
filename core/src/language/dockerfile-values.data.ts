import { message, type Message } from '../text/index.ts';
import type { ValueHelp } from './dockerfile-syntax.data.ts';

/** Services that commonly listen on a port. Names of products stay as they are in every language. */
export const portServices: ReadonlyMap<string, string> = new Map([
  ['21', 'FTP'],
  ['22', 'SSH'],
  ['25', 'SMTP'],
  ['53', 'DNS'],
  ['80', 'HTTP'],
  ['110', 'POP3'],
  ['123', 'NTP'],
  ['143', 'IMAP'],
  ['161', 'SNMP'],
  ['389', 'LDAP'],
  ['443', 'HTTPS'],
  ['465', 'SMTP (TLS)'],
  ['587', 'SMTP (submission)'],
  ['636', 'LDAPS'],
  ['993', 'IMAPS'],
  ['1433', 'SQL Server'],
  ['1521', 'Oracle'],
  ['1883', 'MQTT'],
  ['2375', 'Docker API'],
  ['2376', 'Docker API (TLS)'],
  ['2379', 'etcd'],
  ['3000', 'Node.js, Rails, Grafana'],
  ['3306', 'MySQL, MariaDB'],
  ['4200', 'Angular'],
  ['4222', 'NATS'],
  ['4317', 'OpenTelemetry (gRPC)'],
  ['4318', 'OpenTelemetry (HTTP)'],
  ['5000', 'Flask, Docker registry'],
  ['5173', 'Vite'],
  ['5432', 'PostgreSQL'],
  ['5601', 'Kibana'],
  ['5672', 'RabbitMQ (AMQP)'],
  ['5984', 'CouchDB'],
  ['6379', 'Redis, Valkey'],
  ['6443', 'Kubernetes API'],
  ['7687', 'Neo4j'],
  ['8000', 'Django, Uvicorn, Gunicorn'],
  ['8080', 'HTTP, Tomcat, Spring Boot'],
  ['8086', 'InfluxDB'],
  ['8200', 'Vault'],
  ['8443', 'HTTPS'],
  ['8500', 'Consul'],
  ['8883', 'MQTT (TLS)'],
  ['9000', 'PHP-FPM, MinIO'],
  ['9042', 'Cassandra'],
  ['9090', 'Prometheus'],
  ['9092', 'Kafka'],
  ['9200', 'Elasticsearch, OpenSearch'],
  ['11211', 'memcached'],
  ['15672', 'RabbitMQ (HTTP)'],
  ['27017', 'MongoDB'],
]);

/** The ports that applications of one's own commonly take, most common first. */
export const applicationPorts: readonly string[] = [
  '8080',
  '80',
  '443',
  '3000',
  '8000',
  '5000',
  '8443',
  '9000',
  '9090',
];

export const protocols: readonly ValueHelp[] = [
  { value: 'tcp', summary: message('The protocol when none is written.') },
  { value: 'udp', summary: message('Datagrams, as for DNS, QUIC and syslog.') },
  { value: 'sctp', summary: message('Streams with several paths, as for telephony.') },
];

/** The numbers that signals have on Linux, on nearly every processor. */
export const signalNumbers: ReadonlyMap<string, string> = new Map([
  ['1', 'SIGHUP'],
  ['2', 'SIGINT'],
  ['3', 'SIGQUIT'],
  ['6', 'SIGABRT'],
  ['9', 'SIGKILL'],
  ['10', 'SIGUSR1'],
  ['12', 'SIGUSR2'],
  ['15', 'SIGTERM'],
  ['28', 'SIGWINCH'],
  ['37', 'SIGRTMIN+3'],
]);

/** What an image of this name brings: an ordinary user, and the command that an application on it commonly starts with. */
export interface BaseHabit {
  /** Matches the name without registry of Docker Hub, tag and digest. */
  readonly name: RegExp;
  readonly users?: readonly string[];
  readonly commands?: readonly (readonly string[])[];
}

export const baseHabits: readonly BaseHabit[] = [
  { name: /^(?:.+\/)?node$/, users: ['node'], commands: [['node', 'server.js']] },
  { name: /^oven\/bun$/, users: ['bun'], commands: [['bun', 'run', 'index.ts']] },
  { name: /^denoland\/deno$/, users: ['deno'], commands: [['deno', 'run', 'main.ts']] },
  { name: /^(?:.+\/)?(?:python|pypy)$/, commands: [['python', '-m', 'app']] },
  { name: /^ruby$/, commands: [['ruby', 'app.rb']] },
  { name: /^php$/, users: ['www-data'], commands: [['php', 'index.php']] },
  {
    name: /^(?:eclipse-temurin|amazoncorretto|ibmjava|sapmachine|.*openjdk.*)$/,
    commands: [['java', '-jar', 'app.jar']],
  },
  { name: /^gradle$/, users: ['gradle'] },
  { name: /^mcr\.microsoft\.com\/dotnet\//, users: ['$APP_UID', 'app'], commands: [['dotnet', 'App.dll']] },
  { name: /^nginx$/, users: ['nginx'], commands: [['nginx', '-g', 'daemon off;']] },
  { name: /^(?:nginxinc\/)?nginx-unprivileged$/, users: ['nginx'], commands: [['nginx', '-g', 'daemon off;']] },
  { name: /^httpd$/, users: ['www-data'], commands: [['httpd-foreground']] },
  { name: /^caddy$/, commands: [['caddy', 'run', '--config', '/etc/caddy/Caddyfile']] },
  { name: /^haproxy$/, users: ['haproxy'] },
  { name: /^(?:postgres|postgis\/postgis|pgvector\/pgvector)$/, users: ['postgres'], commands: [['postgres']] },
  { name: /^(?:mysql|mariadb|percona)$/, users: ['mysql'] },
  { name: /^(?:redis|valkey\/valkey)$/, users: ['redis'], commands: [['redis-server']] },
  { name: /^mongo$/, users: ['mongodb'], commands: [['mongod']] },
  { name: /^rabbitmq$/, users: ['rabbitmq'] },
  { name: /^memcached$/, users: ['memcache'] },
  { name: /^elasticsearch$/, users: ['elasticsearch'] },
  { name: /^jenkins\/jenkins$/, users: ['jenkins'] },
  { name: /^ubuntu$/, users: ['ubuntu', 'www-data'] },
  { name: /^debian$/, users: ['www-data'] },
  { name: /^(?:gcr\.io\/distroless|cgr\.dev|chainguard|dhi\.io)\//, users: ['nonroot'] },
];

/** Where package managers and compilers keep what they can use again, for `--mount=type=cache`. */
export const cacheFolders: readonly ValueHelp[] = [
  { value: '/root/.npm', summary: message('The cache of {tool}.', { tool: 'npm' }) },
  { value: '/root/.cache/pip', summary: message('The cache of {tool}.', { tool: 'pip' }) },
  { value: '/root/.cache/uv', summary: message('The cache of {tool}.', { tool: 'uv' }) },
  { value: '/go/pkg/mod', summary: message('The cache of {tool}.', { tool: 'go mod' }) },
  { value: '/root/.cache/go-build', summary: message('The cache of {tool}.', { tool: 'go build' }) },
  { value: '/usr/local/cargo/registry', summary: message('The cache of {tool}.', { tool: 'cargo' }) },
  { value: '/root/.m2', summary: message('The cache of {tool}.', { tool: 'Maven' }) },
  { value: '/root/.gradle', summary: message('The cache of {tool}.', { tool: 'Gradle' }) },
  { value: '/root/.nuget/packages', summary: message('The cache of {tool}.', { tool: 'NuGet' }) },
  { value: '/root/.yarn', summary: message('The cache of {tool}.', { tool: 'Yarn' }) },
  { value: '/pnpm/store', summary: message('The cache of {tool}.', { tool: 'pnpm' }) },
  { value: '/tmp/cache', summary: message('The cache of {tool}.', { tool: 'Composer' }) },
  { value: '/var/cache/apt', summary: message('The cache of {tool}.', { tool: 'apt' }) },
  { value: '/var/lib/apt', summary: message('The package lists of {tool}.', { tool: 'apt' }) },
  { value: '/var/cache/apk', summary: message('The cache of {tool}.', { tool: 'apk' }) },
  { value: '/var/cache/dnf', summary: message('The cache of {tool}.', { tool: 'dnf' }) },
];

/** Licences by their SPDX names, for the label that tells them. */
export const licences: readonly string[] = [
  'MIT',
  'Apache-2.0',
  'BSD-3-Clause',
  'GPL-3.0-only',
  'LGPL-3.0-only',
  'AGPL-3.0-only',
  'MPL-2.0',
  'ISC',
];

/** What may stand behind a variable's name between braces. `shell` tells that every POSIX shell knows it too. */
export interface ModifierHelp {
  readonly operator: string;
  readonly operand: string;
  readonly shell: boolean;
  readonly summary: Message;
}

export const modifiers: readonly ModifierHelp[] = [
  {
    operator: ':-',
    operand: 'default',
    shell: true,
    summary: message('What stands behind it, when the variable is not set or empty.'),
  },
  {
    operator: ':+',
    operand: 'other',
    shell: true,
    summary: message('What stands behind it, when the variable is set and not empty; otherwise nothing.'),
  },
  {
    operator: ':?',
    operand: 'message',
    shell: true,
    summary: message('Stops with what stands behind it, when the variable is not set or empty.'),
  },
  { operator: '#', operand: 'prefix', shell: true, summary: message('The value without the shortest matching start.') },
  { operator: '##', operand: 'prefix', shell: true, summary: message('The value without the longest matching start.') },
  { operator: '%', operand: 'suffix', shell: true, summary: message('The value without the shortest matching end.') },
  { operator: '%%', operand: 'suffix', shell: true, summary: message('The value without the longest matching end.') },
  { operator: '/', operand: 'old/new', shell: false, summary: message('The value with the first match replaced.') },
  { operator: '//', operand: 'old/new', shell: false, summary: message('The value with every match replaced.') },
  {
    operator: '-',
    operand: 'default',
    shell: true,
    summary: message('What stands behind it, when the variable is not set.'),
  },
  {
    operator: '+',
    operand: 'other',
    shell: true,
    summary: message('What stands behind it, when the variable is set; otherwise nothing.'),
  },
  {
    operator: '?',
    operand: 'message',
    shell: true,
    summary: message('Stops with what stands behind it, when the variable is not set.'),
  },
];

/** Values of flags and mount keys whose meaning is worth a sentence, as `flag=value`. */
export const valueSummaries: ReadonlyMap<string, Message> = new Map([
  ['network=default', message('The network of the builder, with access to the outside.')],
  ['network=none', message('No network: the command cannot fetch anything.')],
  ['network=host', message('The network of the machine that builds; the builder must be allowed to.')],
  ['security=sandbox', message('The usual limits; the same as without the flag.')],
  ['security=insecure', message('All privileges, as a privileged container has; the builder must be allowed to.')],
  ['sharing=shared', message('All builds use the cache at the same time.')],
  ['sharing=private', message('A build that comes while the cache is in use gets one of its own.')],
  ['sharing=locked', message('A build waits until the other one is done; apt needs this.')],
  ['required=true', message('The build stops when it was not given.')],
  ['required=false', message('The command runs without it when it was not given.')],
  ['keep-git-dir=true', message('`.git` stays, so that the build can read the history.')],
  ['keep-git-dir=false', message('Only the files of the commit, without `.git`.')],
  ['unpack=true', message('An archive is unpacked, also one that was downloaded.')],
  ['unpack=false', message('An archive is stored as it is.')],
  ['link=true', message('The same as the flag alone.')],
  ['link=false', message('The same as without the flag.')],
  ['parents=true', message('The same as the flag alone.')],
  ['parents=false', message('The same as without the flag.')],
  ['platform=$BUILDPLATFORM', message('The machine that builds: fast, for compilers that build for other platforms.')],
  ['platform=$TARGETPLATFORM', message('The platform that is asked for; the same as without the flag.')],
  ['platform=linux/amd64', message('64 bits, Intel and AMD: most servers and PCs.')],
  ['platform=linux/arm64', message('64 bits, ARM: Apple silicon, Graviton, Raspberry Pi.')],
  ['platform=linux/arm/v7', message('32 bits, ARM: older Raspberry Pi.')],
  ['platform=linux/386', message('32 bits, Intel and AMD.')],
  ['platform=linux/ppc64le', message('64 bits, IBM Power.')],
  ['platform=linux/s390x', message('64 bits, IBM mainframes.')],
  ['platform=linux/riscv64', message('64 bits, RISC-V.')],
  ['platform=windows/amd64', message('Windows containers; only a builder on Windows can make them.')],
  ['checksum=sha256:', message('64 hexadecimal digits, as `sha256sum` prints them.')],
  ['device=nvidia.com/gpu=all', message('All NVIDIA graphics cards of the builder.')],
  ['syntax=docker/dockerfile:1', message('The newest stable syntax of 1.x; fetched once, then cached.')],
  ['syntax=docker/dockerfile:1-labs', message('The newest syntax with what is still tried out.')],
  ['escape=`', message('A backtick, so that Windows paths may hold `\\`.')],
  ['escape=\\', message('A backslash; the same as without the directive.')],
  ['check=skip=', message('Checks to leave out, separated by commas.')],
  ['check=skip=all', message('Leaves out every check.')],
  ['check=error=true', message('A finding of a check stops the build.')],
  ['check=experimental=all', message('Also runs the checks that are still being tried out.')],
]);

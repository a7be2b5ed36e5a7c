import { message } from '../text/index.ts';
import {
  command,
  hosts,
  integerText,
  list,
  known,
  anyMapping,
  booleanText,
  durationText,
  integerNumber,
  naturalNumber,
  naturalText,
  sizeText,
  sizeInteger,
  sizeString,
  matching,
  named,
  numberText,
  oneOf,
  pairs,
  references,
  scalar,
  ulimits,
  type SpecMap,
} from './spec-shapes.ts';

/**
 * The Compose Specification as data: every mapping with keys of its own, and each key's type and meaning.
 * Types follow the schema that Compose 2.40 carries; `test/truth/compose` compares both.
 */
export const specMaps: Readonly<Record<string, SpecMap>> = {
  file: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'version',
        shapes: [scalar('string')],
        description: message('Obsolete: Compose ignores it and reads every file by the current specification.'),
      },
      {
        name: 'name',
        shapes: [scalar('string')],
        description: message("The project's name, which prefixes containers, networks and volumes."),
      },
      {
        name: 'include',
        shapes: [list(scalar('string'), known('include'))],
        description: message('Other Compose files whose services and resources are added to this project.'),
      },
      {
        name: 'services',
        shapes: [named(known('service'))],
        description: message('The containers of the application, by name.'),
      },
      {
        name: 'networks',
        shapes: [named(known('network'), scalar('null'))],
        description: message('The networks that services can join.'),
      },
      {
        name: 'volumes',
        shapes: [named(known('volume'), scalar('null'))],
        description: message('Named volumes, which keep data beyond the life of a container.'),
      },
      {
        name: 'secrets',
        shapes: [named(known('secret'))],
        description: message('Sensitive files that are mounted only into the services that ask for them.'),
      },
      {
        name: 'configs',
        shapes: [named(known('config'))],
        description: message('Configuration files that services can mount without rebuilding an image.'),
      },
      { name: 'models', shapes: [named(known('model'))], description: message('AI models that services can use.') },
    ],
  },
  include: {
    extensible: false,
    open: false,
    keys: [
      {
        name: 'path',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('The Compose file to include, or several that are merged first.'),
      },
      {
        name: 'env_file',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('Files with the variables used while reading the included file.'),
      },
      {
        name: 'project_directory',
        shapes: [scalar('string')],
        description: message('The folder from which relative paths of the included file start.'),
      },
    ],
  },
  service: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'annotations',
        shapes: [...pairs],
        description: message('Metadata for the container that its runtime can read.'),
      },
      {
        name: 'attach',
        shapes: [booleanText],
        description: message("Whether `docker compose up` shows this service's output."),
      },
      {
        name: 'blkio_config',
        shapes: [known('blkio_config')],
        description: message('Limits on reading from and writing to block devices.'),
      },
      {
        name: 'build',
        shapes: [scalar('string'), known('build')],
        description: message('How the image is built: a folder, or a mapping with more detail.'),
        suggestions: ['.'],
      },
      {
        name: 'cap_add',
        shapes: [list(scalar('string'))],
        description: message('Kernel capabilities given to the container beyond the default ones.'),
      },
      {
        name: 'cap_drop',
        shapes: [list(scalar('string'))],
        description: message('Kernel capabilities taken away from the container.'),
        suggestions: ['ALL'],
      },
      {
        name: 'cgroup',
        shapes: [oneOf('host', 'private')],
        description: message("Whether the container shares the host's control group namespace."),
      },
      {
        name: 'cgroup_parent',
        shapes: [scalar('string')],
        description: message("The control group under which the container's own is created."),
      },
      { name: 'command', shapes: [...command], description: message("The command that replaces the image's CMD.") },
      { name: 'configs', shapes: [references], description: message('Configs that are mounted into this service.') },
      {
        name: 'container_name',
        shapes: [matching('^.*[a-zA-Z0-9][a-zA-Z0-9_.-]+')],
        description: message('A fixed container name; the service can then not be scaled.'),
      },
      {
        name: 'cpu_count',
        shapes: [naturalText],
        description: message('The number of CPUs that may be used (Windows).'),
      },
      {
        name: 'cpu_percent',
        shapes: [naturalText],
        description: message('The percentage of the CPUs that may be used (Windows).'),
      },
      {
        name: 'cpu_period',
        shapes: [integerNumber],
        description: message('The period of the CPU scheduler in microseconds.'),
      },
      {
        name: 'cpu_quota',
        shapes: [integerNumber],
        description: message('The CPU time allowed in each scheduler period, in microseconds.'),
      },
      {
        name: 'cpu_rt_period',
        shapes: [integerNumber],
        description: message('The period of the real-time scheduler.'),
      },
      {
        name: 'cpu_rt_runtime',
        shapes: [integerNumber],
        description: message('The CPU time allowed in each real-time period.'),
      },
      {
        name: 'cpu_shares',
        shapes: [integerNumber],
        description: message('The weight of this container when CPU time is scarce; 1024 is normal.'),
      },
      {
        name: 'cpus',
        shapes: [numberText],
        description: message('The most CPUs the container may use; `0.5` is half of one.'),
      },
      {
        name: 'cpuset',
        shapes: [scalar('string')],
        description: message('The CPUs on which the container may run, such as `0-3` or `0,1`.'),
      },
      {
        name: 'credential_spec',
        shapes: [known('credential_spec')],
        description: message('The credentials of a managed service account (Windows).'),
      },
      {
        name: 'depends_on',
        shapes: [list(scalar('string')), named(known('dependency'))],
        description: message('Services that are started before this one, and in which state they must be.'),
      },
      {
        name: 'deploy',
        shapes: [known('deploy'), scalar('null')],
        description: message('Replicas, resource limits, placement and update behaviour.'),
      },
      {
        name: 'develop',
        shapes: [known('develop'), scalar('null')],
        description: message('What `docker compose watch` does when files change.'),
      },
      {
        name: 'device_cgroup_rules',
        shapes: [list(scalar('string'))],
        description: message('Rules that allow kinds of devices to the container.'),
      },
      {
        name: 'devices',
        shapes: [list(scalar('string'), known('device'))],
        description: message('Devices of the host that the container can use.'),
      },
      {
        name: 'dns',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('Name servers for the container.'),
      },
      {
        name: 'dns_opt',
        shapes: [list(scalar('string'))],
        description: message("Options for the container's name resolver."),
      },
      {
        name: 'dns_search',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('Domains that are searched for short host names.'),
      },
      { name: 'domainname', shapes: [scalar('string')], description: message('The domain name of the container.') },
      {
        name: 'entrypoint',
        shapes: [...command],
        description: message("The command that replaces the image's ENTRYPOINT."),
      },
      {
        name: 'env_file',
        shapes: [scalar('string'), list(scalar('string'), known('env_file'))],
        description: message('Files with environment variables for the container.'),
        suggestions: ['.env'],
      },
      {
        name: 'environment',
        shapes: [...pairs],
        description: message('Environment variables of the container; they win over `env_file`.'),
      },
      {
        name: 'expose',
        shapes: [list(scalar('string', 'number'))],
        description: message('Ports that other services can reach, without publishing them on the host.'),
      },
      {
        name: 'extends',
        shapes: [scalar('string'), known('extends')],
        description: message('A service whose settings this one takes over and adds to.'),
      },
      {
        name: 'external_links',
        shapes: [list(scalar('string'))],
        description: message('Links to containers that Compose does not manage.'),
      },
      {
        name: 'extra_hosts',
        shapes: [...hosts],
        description: message("Host names added to the container's `/etc/hosts`."),
        suggestions: ['host.docker.internal:host-gateway'],
      },
      {
        name: 'gpus',
        shapes: [oneOf('all'), list(known('gpu'))],
        description: message('The graphics processors the container can use.'),
      },
      {
        name: 'group_add',
        shapes: [list(scalar('string', 'number'))],
        description: message("More groups of which the container's user is a member."),
      },
      {
        name: 'healthcheck',
        shapes: [known('healthcheck')],
        description: message('How the engine finds out whether the container works.'),
      },
      { name: 'hostname', shapes: [scalar('string')], description: message('The host name inside the container.') },
      {
        name: 'image',
        shapes: [scalar('string')],
        description: message('The image that the container starts from, or the name given to the one built.'),
      },
      {
        name: 'init',
        shapes: [booleanText],
        description: message('Runs a small init process that forwards signals and collects dead processes.'),
        suggestions: ['true', 'false'],
      },
      {
        name: 'ipc',
        shapes: [scalar('string')],
        description: message('Whose memory and message queues the container shares.'),
        suggestions: ['shareable', 'private', 'host'],
      },
      {
        name: 'isolation',
        shapes: [scalar('string')],
        description: message('How the container is isolated (Windows).'),
        suggestions: ['default', 'process', 'hyperv'],
      },
      {
        name: 'label_file',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('Files with labels for the container.'),
      },
      { name: 'labels', shapes: [...pairs], description: message('Metadata of the container that tools can read.') },
      {
        name: 'links',
        shapes: [list(scalar('string'))],
        description: message('Legacy names for other services; services on one network find each other without it.'),
      },
      {
        name: 'logging',
        shapes: [known('logging')],
        description: message('The log driver of the container and its options.'),
      },
      {
        name: 'mac_address',
        shapes: [scalar('string')],
        description: message("The hardware address of the container's network card."),
      },
      {
        name: 'mem_limit',
        shapes: [sizeText],
        description: message('The most memory the container may use, such as `512m`.'),
      },
      {
        name: 'mem_reservation',
        shapes: [sizeInteger],
        description: message('The memory kept for the container when the host runs short.'),
      },
      {
        name: 'mem_swappiness',
        shapes: [sizeInteger],
        description: message("How readily the kernel swaps the container's memory out, from 0 to 100."),
      },
      {
        name: 'memswap_limit',
        shapes: [sizeText],
        description: message('The most memory and swap together; `-1` means any amount of swap.'),
      },
      {
        name: 'models',
        shapes: [list(scalar('string')), named(known('service_model'), scalar('null'))],
        description: message('Models that this service uses.'),
      },
      {
        name: 'network_mode',
        shapes: [scalar('string')],
        description: message("Replaces the service's own network, for example by the host's or another service's."),
        suggestions: ['bridge', 'host', 'none', 'service:'],
      },
      {
        name: 'networks',
        shapes: [list(scalar('string')), named(known('service_network'), scalar('null'))],
        description: message('The networks that the container joins; without this, `default`.'),
      },
      {
        name: 'oom_kill_disable',
        shapes: [booleanText],
        description: message('Keeps the kernel from ending the container when memory runs out.'),
      },
      {
        name: 'oom_score_adj',
        shapes: [integerText],
        description: message('How likely the kernel ends this container first, from -1000 to 1000.'),
      },
      {
        name: 'pid',
        shapes: [scalar('string', 'null')],
        description: message('Whose processes the container can see.'),
        suggestions: ['host', 'service:'],
      },
      {
        name: 'pids_limit',
        shapes: [integerNumber],
        description: message('The most processes the container may start.'),
      },
      {
        name: 'platform',
        shapes: [scalar('string')],
        description: message('The operating system and processor the image is for.'),
        suggestions: ['linux/amd64', 'linux/arm64'],
      },
      {
        name: 'ports',
        shapes: [list(scalar('number', 'string'), known('port'))],
        description: message('Container ports published on the host.'),
      },
      {
        name: 'post_start',
        shapes: [list(known('hook'))],
        description: message('Commands run in the container after it has started.'),
      },
      {
        name: 'pre_stop',
        shapes: [list(known('hook'))],
        description: message('Commands run in the container before it is stopped.'),
      },
      {
        name: 'privileged',
        shapes: [booleanText],
        description: message("Gives the container nearly all rights of the host's root."),
      },
      {
        name: 'profiles',
        shapes: [list(scalar('string'))],
        description: message('The profiles that switch this service on; without any it always runs.'),
      },
      {
        name: 'provider',
        shapes: [known('provider')],
        description: message('A tool outside Compose that manages this service.'),
      },
      {
        name: 'pull_policy',
        shapes: [matching('always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+')],
        description: message('When the image is pulled.'),
        suggestions: ['always', 'never', 'missing', 'build', 'daily', 'weekly'],
      },
      {
        name: 'pull_refresh_after',
        shapes: [scalar('string')],
        description: message('The age after which the image is pulled again.'),
      },
      {
        name: 'read_only',
        shapes: [booleanText],
        description: message("Makes the container's root file system read-only."),
      },
      {
        name: 'restart',
        shapes: [scalar('string')],
        description: message('What happens when the container stops by itself.'),
        suggestions: ['no', 'always', 'on-failure', 'unless-stopped'],
      },
      {
        name: 'runtime',
        shapes: [scalar('string')],
        description: message('The program that runs the container, such as `runc`.'),
      },
      { name: 'scale', shapes: [integerText], description: message('The number of containers of this service.') },
      { name: 'secrets', shapes: [references], description: message('Secrets that are mounted under `/run/secrets`.') },
      {
        name: 'security_opt',
        shapes: [list(scalar('string'))],
        description: message('Security labels and switches, such as `no-new-privileges:true`.'),
        suggestions: ['no-new-privileges:true'],
      },
      { name: 'shm_size', shapes: [sizeText], description: message('The size of `/dev/shm`, such as `64m`.') },
      {
        name: 'stdin_open',
        shapes: [booleanText],
        description: message('Keeps standard input open, like `docker run -i`.'),
      },
      {
        name: 'stop_grace_period',
        shapes: [durationText],
        description: message('How long a stopping container has before it is killed.'),
        suggestions: ['10s'],
      },
      {
        name: 'stop_signal',
        shapes: [scalar('string')],
        description: message('The signal that asks the container to stop.'),
        suggestions: ['SIGTERM', 'SIGINT', 'SIGQUIT'],
      },
      {
        name: 'storage_opt',
        shapes: [anyMapping],
        description: message('Options of the storage driver for this container.'),
      },
      { name: 'sysctls', shapes: [...pairs], description: message('Kernel settings of the container.') },
      {
        name: 'tmpfs',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('Folders kept in memory inside the container.'),
      },
      {
        name: 'tty',
        shapes: [booleanText],
        description: message('Gives the container a terminal, like `docker run -t`.'),
      },
      {
        name: 'ulimits',
        shapes: [ulimits],
        description: message("Limits of the container's processes, such as open files."),
      },
      {
        name: 'use_api_socket',
        shapes: [scalar('boolean')],
        description: message('Lets the container talk to the engine as you do: full control of the host.'),
      },
      {
        name: 'user',
        shapes: [scalar('string')],
        description: message('The user that runs the container, by name or `uid:gid`.'),
      },
      {
        name: 'userns_mode',
        shapes: [scalar('string')],
        description: message('The user namespace of the container.'),
        suggestions: ['host'],
      },
      {
        name: 'uts',
        shapes: [scalar('string')],
        description: message('Whose host name the container shares.'),
        suggestions: ['host'],
      },
      {
        name: 'volumes',
        shapes: [list(scalar('string'), known('mount'))],
        description: message('Volumes and host folders mounted into the container.'),
      },
      {
        name: 'volumes_from',
        shapes: [list(scalar('string'))],
        description: message('Services or containers whose mounts this one takes over.'),
      },
      {
        name: 'working_dir',
        shapes: [scalar('string')],
        description: message('The folder in which the command starts.'),
      },
    ],
  },
  build: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'context',
        shapes: [scalar('string')],
        description: message('The folder or repository that is sent to the builder.'),
        suggestions: ['.'],
      },
      {
        name: 'dockerfile',
        shapes: [scalar('string')],
        description: message('The Dockerfile to use, relative to the context.'),
        suggestions: ['Dockerfile'],
      },
      {
        name: 'dockerfile_inline',
        shapes: [scalar('string')],
        description: message('The text of a Dockerfile, written here.'),
      },
      {
        name: 'additional_contexts',
        shapes: [...pairs],
        description: message('More folders or images that the Dockerfile can copy from, by name.'),
      },
      {
        name: 'args',
        shapes: [...pairs],
        description: message('Values for the ARG instructions of the Dockerfile; they stay visible in the image.'),
      },
      {
        name: 'cache_from',
        shapes: [list(scalar('string'))],
        description: message('Images and caches from which build steps may be taken.'),
      },
      { name: 'cache_to', shapes: [list(scalar('string'))], description: message('Where the build cache is written.') },
      {
        name: 'entitlements',
        shapes: [list(scalar('string'))],
        description: message('Extra rights that the build may use.'),
        suggestions: ['network.host', 'security.insecure'],
      },
      { name: 'extra_hosts', shapes: [...hosts], description: message('Host names known during the build.') },
      { name: 'isolation', shapes: [scalar('string')], description: message('How the build is isolated (Windows).') },
      { name: 'labels', shapes: [...pairs], description: message('Metadata written into the image.') },
      {
        name: 'network',
        shapes: [scalar('string')],
        description: message('The network of the RUN instructions.'),
        suggestions: ['none', 'host', 'default'],
      },
      { name: 'no_cache', shapes: [booleanText], description: message('Builds every step again.') },
      {
        name: 'platforms',
        shapes: [list(scalar('string'))],
        description: message('The platforms for which the image is built.'),
        suggestions: ['linux/amd64', 'linux/arm64'],
      },
      { name: 'privileged', shapes: [booleanText], description: message('Runs the build with extended rights.') },
      {
        name: 'provenance',
        shapes: [booleanText],
        description: message('Whether a record of how the image was made is attached.'),
      },
      { name: 'pull', shapes: [booleanText], description: message('Looks for newer base images before building.') },
      {
        name: 'sbom',
        shapes: [booleanText],
        description: message("Whether a list of the image's software is attached."),
      },
      {
        name: 'secrets',
        shapes: [references],
        description: message('Secrets that `RUN --mount=type=secret` can read during the build.'),
      },
      { name: 'shm_size', shapes: [sizeInteger], description: message('The size of `/dev/shm` during the build.') },
      {
        name: 'ssh',
        shapes: [...pairs],
        description: message('SSH agents and keys that the build may use without storing them.'),
        suggestions: ['default'],
      },
      { name: 'tags', shapes: [list(scalar('string'))], description: message('More names for the built image.') },
      {
        name: 'target',
        shapes: [scalar('string')],
        description: message('The stage of the Dockerfile at which to stop.'),
      },
      { name: 'ulimits', shapes: [ulimits], description: message('Limits of the processes of the build.') },
    ],
  },
  blkio_config: {
    extensible: false,
    open: false,
    keys: [
      {
        name: 'device_read_bps',
        shapes: [list(known('blkio_limit'))],
        description: message('Bytes per second that may be read from a device.'),
      },
      {
        name: 'device_read_iops',
        shapes: [list(known('blkio_limit'))],
        description: message('Reads per second allowed on a device.'),
      },
      {
        name: 'device_write_bps',
        shapes: [list(known('blkio_limit'))],
        description: message('Bytes per second that may be written to a device.'),
      },
      {
        name: 'device_write_iops',
        shapes: [list(known('blkio_limit'))],
        description: message('Writes per second allowed on a device.'),
      },
      { name: 'weight', shapes: [scalar('integer')], description: message('The share of disk time, from 10 to 1000.') },
      {
        name: 'weight_device',
        shapes: [list(known('blkio_weight'))],
        description: message('The share of disk time on one device.'),
      },
    ],
  },
  blkio_limit: {
    extensible: false,
    open: false,
    keys: [
      { name: 'path', shapes: [scalar('string')], description: message('The device, such as `/dev/sda`.') },
      { name: 'rate', shapes: [sizeInteger], description: message('The limit per second.') },
    ],
  },
  blkio_weight: {
    extensible: false,
    open: false,
    keys: [
      { name: 'path', shapes: [scalar('string')], description: message('The device, such as `/dev/sda`.') },
      { name: 'weight', shapes: [scalar('integer')], description: message('The share of disk time, from 10 to 1000.') },
    ],
  },
  credential_spec: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'config',
        shapes: [scalar('string')],
        description: message('The config that holds the credential specification.'),
      },
      {
        name: 'file',
        shapes: [scalar('string')],
        description: message('The file that holds the credential specification.'),
      },
      {
        name: 'registry',
        shapes: [scalar('string')],
        description: message('The registry value that holds the credential specification.'),
      },
    ],
  },
  dependency: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'condition',
        shapes: [oneOf('service_started', 'service_healthy', 'service_completed_successfully')],
        description: message('The state the other service must reach first.'),
        required: true,
      },
      {
        name: 'required',
        shapes: [scalar('boolean')],
        description: message('Whether a missing dependency is an error; `false` only warns.'),
      },
      {
        name: 'restart',
        shapes: [booleanText],
        description: message('Restarts this service when Compose restarts the other one.'),
      },
    ],
  },
  device: {
    extensible: true,
    open: false,
    keys: [
      { name: 'source', shapes: [scalar('string')], description: message('The device on the host.'), required: true },
      { name: 'target', shapes: [scalar('string')], description: message('The path of the device in the container.') },
      {
        name: 'permissions',
        shapes: [scalar('string')],
        description: message('What the container may do with it: `r`, `w` and `m`.'),
        suggestions: ['r', 'rw', 'rwm'],
      },
    ],
  },
  env_file: {
    extensible: false,
    open: false,
    keys: [
      {
        name: 'path',
        shapes: [scalar('string')],
        description: message('The file with `NAME=value` lines.'),
        required: true,
      },
      {
        name: 'format',
        shapes: [scalar('string')],
        description: message('`raw` takes the values as they stand, without quotes and variables.'),
        suggestions: ['raw'],
      },
      { name: 'required', shapes: [booleanText], description: message('Whether a missing file is an error.') },
    ],
  },
  extends: {
    extensible: false,
    open: false,
    keys: [
      {
        name: 'service',
        shapes: [scalar('string')],
        description: message('The name of the service that is taken over.'),
        required: true,
      },
      {
        name: 'file',
        shapes: [scalar('string')],
        description: message('The file in which that service stands; this one by default.'),
      },
    ],
  },
  gpu: {
    extensible: false,
    open: true,
    keys: [
      {
        name: 'capabilities',
        shapes: [list(scalar('string'))],
        description: message('What the device must be able to do.'),
        suggestions: ['gpu', 'compute', 'utility'],
      },
      {
        name: 'count',
        shapes: [scalar('string', 'integer')],
        description: message('How many devices are reserved.'),
        suggestions: ['all'],
      },
      {
        name: 'device_ids',
        shapes: [list(scalar('string'))],
        description: message('The devices that are reserved, by id.'),
      },
      {
        name: 'driver',
        shapes: [scalar('string')],
        description: message('The driver of the device.'),
        suggestions: ['nvidia'],
      },
      { name: 'options', shapes: [...pairs], description: message('Options of the driver.') },
    ],
  },
  healthcheck: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'test',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('The command that succeeds when the container works.'),
        suggestions: ['CMD', 'CMD-SHELL', 'NONE'],
      },
      {
        name: 'interval',
        shapes: [durationText],
        description: message('The time between two checks.'),
        suggestions: ['30s'],
      },
      {
        name: 'timeout',
        shapes: [durationText],
        description: message('How long one check may take.'),
        suggestions: ['30s'],
      },
      {
        name: 'retries',
        shapes: [naturalNumber],
        description: message('How many checks must fail in a row before the container counts as unhealthy.'),
        suggestions: ['3'],
      },
      {
        name: 'start_period',
        shapes: [durationText],
        description: message('The time to start up, in which failed checks do not count.'),
        suggestions: ['0s'],
      },
      {
        name: 'start_interval',
        shapes: [durationText],
        description: message('The time between checks while starting up.'),
        suggestions: ['5s'],
      },
      {
        name: 'disable',
        shapes: [booleanText],
        description: message('Switches off the health check that the image declares.'),
      },
    ],
  },
  logging: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'driver',
        shapes: [scalar('string')],
        description: message('The log driver.'),
        suggestions: ['json-file', 'local', 'journald', 'syslog', 'none'],
      },
      {
        name: 'options',
        shapes: [named(scalar('string', 'number', 'null'))],
        description: message('Options of the log driver, such as `max-size`.'),
      },
    ],
  },
  service_model: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'endpoint_var',
        shapes: [scalar('string')],
        description: message('The variable that gets the address of the model.'),
      },
      {
        name: 'model_var',
        shapes: [scalar('string')],
        description: message('The variable that gets the name of the model.'),
      },
    ],
  },
  service_network: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'aliases',
        shapes: [list(scalar('string'))],
        description: message('More names under which the container is known on this network.'),
      },
      {
        name: 'interface_name',
        shapes: [scalar('string')],
        description: message('The name of the network interface in the container.'),
      },
      {
        name: 'ipv4_address',
        shapes: [scalar('string')],
        description: message('A fixed IPv4 address on this network.'),
      },
      {
        name: 'ipv6_address',
        shapes: [scalar('string')],
        description: message('A fixed IPv6 address on this network.'),
      },
      {
        name: 'link_local_ips',
        shapes: [list(scalar('string'))],
        description: message('Link-local addresses of the container.'),
      },
      {
        name: 'mac_address',
        shapes: [scalar('string')],
        description: message('The hardware address on this network.'),
      },
      {
        name: 'driver_opts',
        shapes: [named(scalar('string', 'number'))],
        description: message('Options for the network driver.'),
      },
      {
        name: 'priority',
        shapes: [scalar('number')],
        description: message('The order in which networks are joined; the highest comes first.'),
      },
      {
        name: 'gw_priority',
        shapes: [scalar('number')],
        description: message('Which network gives the default gateway; the highest wins.'),
      },
    ],
  },
  port: {
    extensible: true,
    open: false,
    keys: [
      { name: 'name', shapes: [scalar('string')], description: message('A name for this port, for readers.') },
      { name: 'target', shapes: [integerText], description: message('The port inside the container.') },
      {
        name: 'published',
        shapes: [scalar('string', 'integer')],
        description: message('The port or range on the host.'),
      },
      {
        name: 'host_ip',
        shapes: [scalar('string')],
        description: message('The address of the host on which it listens; without it, every address.'),
        suggestions: ['127.0.0.1'],
      },
      {
        name: 'protocol',
        shapes: [scalar('string')],
        description: message('The transport protocol.'),
        suggestions: ['tcp', 'udp'],
      },
      {
        name: 'app_protocol',
        shapes: [scalar('string')],
        description: message('The protocol of the application, for readers.'),
        suggestions: ['http', 'https'],
      },
      {
        name: 'mode',
        shapes: [scalar('string')],
        description: message('In a swarm, publish on each node (`host`) or balanced over all (`ingress`).'),
        suggestions: ['host', 'ingress'],
      },
    ],
  },
  provider: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'type',
        shapes: [scalar('string')],
        description: message('The tool that manages the service.'),
        required: true,
      },
      {
        name: 'options',
        shapes: [named(scalar('string', 'number', 'boolean'), list(scalar('string', 'number', 'boolean')))],
        description: message('Options for that tool.'),
      },
    ],
  },
  hook: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'command',
        shapes: [...command],
        description: message('The command to run in the container.'),
        required: true,
      },
      { name: 'user', shapes: [scalar('string')], description: message('The user that runs the command.') },
      { name: 'privileged', shapes: [booleanText], description: message('Runs the command with extended rights.') },
      {
        name: 'working_dir',
        shapes: [scalar('string')],
        description: message('The folder in which the command starts.'),
      },
      { name: 'environment', shapes: [...pairs], description: message('Environment variables of the command.') },
    ],
  },
  mount: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'type',
        shapes: [oneOf('bind', 'volume', 'tmpfs', 'cluster', 'npipe', 'image')],
        description: message('Whether a host folder, a named volume or memory is mounted.'),
        required: true,
      },
      { name: 'source', shapes: [scalar('string')], description: message('The host path or the name of the volume.') },
      { name: 'target', shapes: [scalar('string')], description: message('The path in the container.') },
      { name: 'read_only', shapes: [booleanText], description: message('Keeps the container from writing to it.') },
      {
        name: 'consistency',
        shapes: [scalar('string')],
        description: message('How quickly changes must be seen on both sides.'),
        suggestions: ['consistent', 'cached', 'delegated'],
      },
      { name: 'bind', shapes: [known('mount_bind')], description: message('Settings of a bind mount.') },
      { name: 'volume', shapes: [known('mount_volume')], description: message('Settings of a volume.') },
      { name: 'tmpfs', shapes: [known('mount_tmpfs')], description: message('Settings of a folder in memory.') },
      { name: 'image', shapes: [known('mount_image')], description: message('Settings of a mounted image.') },
    ],
  },
  mount_bind: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'propagation',
        shapes: [scalar('string')],
        description: message('How mounts made later are passed between host and container.'),
        suggestions: ['rprivate', 'rslave', 'rshared', 'private', 'slave', 'shared'],
      },
      {
        name: 'create_host_path',
        shapes: [booleanText],
        description: message('Creates the host folder when it is missing.'),
      },
      {
        name: 'recursive',
        shapes: [oneOf('enabled', 'disabled', 'writable', 'readonly')],
        description: message('What happens with mounts inside the folder.'),
      },
      {
        name: 'selinux',
        shapes: [oneOf('z', 'Z')],
        description: message('Relabels the folder for SELinux: shared (`z`) or private (`Z`).'),
      },
    ],
  },
  mount_volume: {
    extensible: true,
    open: false,
    keys: [
      { name: 'labels', shapes: [...pairs], description: message('Labels of a volume that is created here.') },
      {
        name: 'nocopy',
        shapes: [booleanText],
        description: message('Leaves a new volume empty instead of filling it from the image.'),
      },
      {
        name: 'subpath',
        shapes: [scalar('string')],
        description: message('The folder inside the volume that is mounted.'),
      },
    ],
  },
  mount_tmpfs: {
    extensible: true,
    open: false,
    keys: [
      { name: 'size', shapes: [sizeInteger], description: message('The most memory it may use.') },
      { name: 'mode', shapes: [scalar('number')], description: message('The permissions, in octal.') },
    ],
  },
  mount_image: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'subpath',
        shapes: [scalar('string')],
        description: message('The folder inside the image that is mounted.'),
      },
    ],
  },
  ref: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'source',
        shapes: [scalar('string')],
        description: message('The name under which it is declared at the top level.'),
      },
      { name: 'target', shapes: [scalar('string')], description: message('The path or file name in the container.') },
      { name: 'uid', shapes: [scalar('string')], description: message('The user id that owns the file.') },
      { name: 'gid', shapes: [scalar('string')], description: message('The group id that owns the file.') },
      { name: 'mode', shapes: [numberText], description: message('The permissions, in octal.') },
    ],
  },
  ulimit: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'hard',
        shapes: [integerText],
        description: message('The limit that the process itself cannot raise.'),
        required: true,
      },
      { name: 'soft', shapes: [integerText], description: message('The limit that is in force.'), required: true },
    ],
  },
  develop: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'watch',
        shapes: [list(known('watch'))],
        description: message('Rules: which files to watch and what to do when they change.'),
      },
    ],
  },
  watch: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'path',
        shapes: [scalar('string')],
        description: message('The file or folder that is watched.'),
        required: true,
      },
      {
        name: 'action',
        shapes: [oneOf('rebuild', 'sync', 'restart', 'sync+restart', 'sync+exec')],
        description: message('What is done when something changes.'),
        required: true,
      },
      {
        name: 'target',
        shapes: [scalar('string')],
        description: message('Where changed files are copied to in the container.'),
      },
      {
        name: 'ignore',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('Patterns of files that are not watched.'),
      },
      {
        name: 'include',
        shapes: [scalar('string'), list(scalar('string'))],
        description: message('Patterns of the only files that are watched.'),
      },
      { name: 'exec', shapes: [known('hook')], description: message('The command that `sync+exec` runs.') },
      {
        name: 'initial_sync',
        shapes: [scalar('boolean')],
        description: message('Copies all files once when watching starts.'),
      },
    ],
  },
  deploy: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'mode',
        shapes: [scalar('string')],
        description: message('Whether there is a number of replicas or one container per node.'),
        suggestions: ['replicated', 'global', 'replicated-job', 'global-job'],
      },
      {
        name: 'endpoint_mode',
        shapes: [scalar('string')],
        description: message('How clients find the replicas in a swarm.'),
        suggestions: ['vip', 'dnsrr'],
      },
      { name: 'replicas', shapes: [integerText], description: message('The number of containers.') },
      { name: 'labels', shapes: [...pairs], description: message('Labels of the service, not of its containers.') },
      {
        name: 'rollback_config',
        shapes: [known('update_config')],
        description: message('How a failed update is undone.'),
      },
      {
        name: 'update_config',
        shapes: [known('update_config')],
        description: message('How replicas are replaced when the service changes.'),
      },
      {
        name: 'resources',
        shapes: [known('resources')],
        description: message('Limits and reservations of CPU, memory and devices.'),
      },
      {
        name: 'restart_policy',
        shapes: [known('restart_policy')],
        description: message('When and how often containers are restarted.'),
      },
      { name: 'placement', shapes: [known('placement')], description: message('The nodes on which replicas may run.') },
    ],
  },
  update_config: {
    extensible: true,
    open: false,
    keys: [
      { name: 'parallelism', shapes: [naturalText], description: message('How many containers change at a time.') },
      { name: 'delay', shapes: [durationText], description: message('The pause between two groups.') },
      {
        name: 'failure_action',
        shapes: [scalar('string')],
        description: message('What to do when a container fails.'),
        suggestions: ['continue', 'rollback', 'pause'],
      },
      {
        name: 'monitor',
        shapes: [durationText],
        description: message('How long a new container is watched for failure.'),
      },
      {
        name: 'max_failure_ratio',
        shapes: [numberText],
        description: message('The share of failures that is tolerated.'),
      },
      {
        name: 'order',
        shapes: [oneOf('start-first', 'stop-first')],
        description: message('Whether the new container starts before the old one stops.'),
      },
    ],
  },
  resources: {
    extensible: true,
    open: false,
    keys: [
      { name: 'limits', shapes: [known('limits')], description: message('The most that a container may use.') },
      {
        name: 'reservations',
        shapes: [known('reservations')],
        description: message('What is kept free for a container.'),
      },
    ],
  },
  limits: {
    extensible: true,
    open: false,
    keys: [
      { name: 'cpus', shapes: [numberText], description: message('The most CPUs, such as `0.5`.') },
      {
        name: 'memory',
        shapes: [sizeString],
        description: message('The most memory, such as `512M`.'),
        suggestions: ['512M'],
      },
      { name: 'pids', shapes: [integerText], description: message('The most processes.') },
    ],
  },
  reservations: {
    extensible: true,
    open: false,
    keys: [
      { name: 'cpus', shapes: [numberText], description: message('CPUs kept for the container.') },
      {
        name: 'memory',
        shapes: [sizeString],
        description: message('Memory kept for the container.'),
        suggestions: ['256M'],
      },
      {
        name: 'generic_resources',
        shapes: [list(known('generic_resource'))],
        description: message('Resources that a node administrator has declared.'),
      },
      {
        name: 'devices',
        shapes: [list(known('reserved_device'))],
        description: message('Devices kept for the container, such as graphics processors.'),
      },
    ],
  },
  generic_resource: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'discrete_resource_spec',
        shapes: [known('discrete_resource')],
        description: message('A resource that is counted in whole pieces.'),
      },
    ],
  },
  discrete_resource: {
    extensible: true,
    open: false,
    keys: [
      { name: 'kind', shapes: [scalar('string')], description: message('The name of the resource.') },
      { name: 'value', shapes: [integerNumber], description: message('How many pieces.') },
    ],
  },
  reserved_device: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'capabilities',
        shapes: [list(scalar('string'))],
        description: message('What the device must be able to do.'),
        suggestions: ['gpu', 'tpu'],
        required: true,
      },
      {
        name: 'count',
        shapes: [scalar('string', 'integer')],
        description: message('How many devices are reserved.'),
        suggestions: ['all'],
      },
      {
        name: 'device_ids',
        shapes: [list(scalar('string'))],
        description: message('The devices that are reserved, by id.'),
      },
      {
        name: 'driver',
        shapes: [scalar('string')],
        description: message('The driver of the device.'),
        suggestions: ['nvidia'],
      },
      { name: 'options', shapes: [...pairs], description: message('Options of the driver.') },
    ],
  },
  restart_policy: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'condition',
        shapes: [scalar('string')],
        description: message('When a container is restarted.'),
        suggestions: ['none', 'on-failure', 'any'],
      },
      { name: 'delay', shapes: [durationText], description: message('The pause before a restart.') },
      { name: 'max_attempts', shapes: [naturalText], description: message('How often a restart is tried.') },
      {
        name: 'window',
        shapes: [durationText],
        description: message('How long a container must run for a restart to count as a success.'),
      },
    ],
  },
  placement: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'constraints',
        shapes: [list(scalar('string'))],
        description: message('Conditions that a node must meet.'),
        suggestions: ['node.role==manager', 'node.role==worker'],
      },
      {
        name: 'preferences',
        shapes: [list(known('preference'))],
        description: message('How replicas are spread over the nodes.'),
      },
      { name: 'max_replicas_per_node', shapes: [naturalText], description: message('The most replicas on one node.') },
    ],
  },
  preference: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'spread',
        shapes: [scalar('string')],
        description: message('The node label over which replicas are spread.'),
      },
    ],
  },
  network: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'name',
        shapes: [scalar('string')],
        description: message("The network's own name, without the project's prefix."),
      },
      {
        name: 'driver',
        shapes: [scalar('string')],
        description: message('The network driver.'),
        suggestions: ['bridge', 'overlay', 'host', 'none', 'macvlan', 'ipvlan'],
      },
      {
        name: 'driver_opts',
        shapes: [named(scalar('string', 'number'))],
        description: message('Options of the driver.'),
      },
      {
        name: 'attachable',
        shapes: [booleanText],
        description: message('Lets containers outside the application join.'),
      },
      { name: 'enable_ipv4', shapes: [booleanText], description: message('Whether containers get IPv4 addresses.') },
      { name: 'enable_ipv6', shapes: [booleanText], description: message('Whether containers get IPv6 addresses.') },
      {
        name: 'external',
        shapes: [booleanText, known('external')],
        description: message('The network exists already; Compose does not create or remove it.'),
      },
      { name: 'internal', shapes: [booleanText], description: message('Cuts the network off from the outside.') },
      { name: 'ipam', shapes: [known('ipam')], description: message('How addresses are given out.') },
      { name: 'labels', shapes: [...pairs], description: message('Labels of the network.') },
    ],
  },
  external: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'name',
        shapes: [scalar('string')],
        description: message('Deprecated: the name of the existing object; set `name` beside `external: true`.'),
      },
    ],
  },
  open_external: {
    extensible: false,
    open: true,
    keys: [
      {
        name: 'name',
        shapes: [scalar('string')],
        description: message('Deprecated: the name of the existing object; set `name` beside `external: true`.'),
      },
    ],
  },
  ipam: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'driver',
        shapes: [scalar('string')],
        description: message('The driver that gives out addresses.'),
        suggestions: ['default'],
      },
      { name: 'config', shapes: [list(known('ipam_config'))], description: message('The subnets of the network.') },
      { name: 'options', shapes: [named(scalar('string'))], description: message('Options of the driver.') },
    ],
  },
  ipam_config: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'subnet',
        shapes: [scalar('string')],
        description: message('The subnet in CIDR form, such as `172.28.0.0/16`.'),
      },
      {
        name: 'ip_range',
        shapes: [scalar('string')],
        description: message('The part of the subnet from which containers get addresses.'),
      },
      { name: 'gateway', shapes: [scalar('string')], description: message('The address of the gateway.') },
      {
        name: 'aux_addresses',
        shapes: [named(scalar('string'))],
        description: message('Addresses that are kept for other machines.'),
      },
    ],
  },
  volume: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'name',
        shapes: [scalar('string')],
        description: message("The volume's own name, without the project's prefix."),
      },
      {
        name: 'driver',
        shapes: [scalar('string')],
        description: message('The volume driver.'),
        suggestions: ['local'],
      },
      {
        name: 'driver_opts',
        shapes: [named(scalar('string', 'number'))],
        description: message('Options of the driver.'),
      },
      {
        name: 'external',
        shapes: [booleanText, known('external')],
        description: message('The volume exists already; Compose does not create or remove it.'),
      },
      { name: 'labels', shapes: [...pairs], description: message('Labels of the volume.') },
    ],
  },
  secret: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'name',
        shapes: [scalar('string')],
        description: message("The secret's own name, without the project's prefix."),
      },
      { name: 'file', shapes: [scalar('string')], description: message('The file that holds the secret.') },
      {
        name: 'environment',
        shapes: [scalar('string')],
        description: message('The variable of your shell that holds the secret.'),
      },
      {
        name: 'external',
        shapes: [booleanText, known('open_external')],
        description: message('The secret exists already on the platform.'),
      },
      { name: 'labels', shapes: [...pairs], description: message('Labels of the secret.') },
      { name: 'driver', shapes: [scalar('string')], description: message('The driver that stores the secret.') },
      {
        name: 'driver_opts',
        shapes: [named(scalar('string', 'number'))],
        description: message('Options of the driver.'),
      },
      {
        name: 'template_driver',
        shapes: [scalar('string')],
        description: message('The driver that fills in templates.'),
        suggestions: ['golang'],
      },
    ],
  },
  config: {
    extensible: true,
    open: false,
    keys: [
      {
        name: 'name',
        shapes: [scalar('string')],
        description: message("The config's own name, without the project's prefix."),
      },
      { name: 'file', shapes: [scalar('string')], description: message('The file that holds the configuration.') },
      {
        name: 'content',
        shapes: [scalar('string')],
        description: message('The text of the configuration, written here.'),
      },
      {
        name: 'environment',
        shapes: [scalar('string')],
        description: message('The variable of your shell that holds the configuration.'),
      },
      {
        name: 'external',
        shapes: [booleanText, known('open_external')],
        description: message('The config exists already on the platform.'),
      },
      { name: 'labels', shapes: [...pairs], description: message('Labels of the config.') },
      {
        name: 'template_driver',
        shapes: [scalar('string')],
        description: message('The driver that fills in templates.'),
        suggestions: ['golang'],
      },
    ],
  },
  model: {
    extensible: true,
    open: false,
    keys: [
      { name: 'name', shapes: [scalar('string')], description: message("The model's own name.") },
      {
        name: 'model',
        shapes: [scalar('string')],
        description: message('The model artifact, such as `ai/smollm2`.'),
        required: true,
      },
      {
        name: 'context_size',
        shapes: [scalar('integer')],
        description: message('The most tokens the model keeps in mind.'),
      },
      {
        name: 'runtime_flags',
        shapes: [list(scalar('string'))],
        description: message('Options for the program that runs the model.'),
      },
    ],
  },
};

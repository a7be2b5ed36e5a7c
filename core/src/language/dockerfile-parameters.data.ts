import type { Keyword } from '../dockerfile/index.ts';
import { message, type Message } from '../text/index.ts';

const executable = message('The program to run, without a shell.');
const argument = message('One argument of the program, as it is: no shell fills anything in.');
const command = message('A command line for the shell.');
const destination = message(
  'Where the files go in the image; relative to WORKDIR. With several sources it is a folder and ends with `/`.',
);

/** What stands at each place of an instruction, by the words in its syntax. */
export const parameters: Readonly<Record<Keyword, Readonly<Record<string, Message>>>> = {
  ADD: {
    source: message('A file or folder of the build context, a pattern, a URL, or a Git repository.'),
    destination,
  },
  ARG: {
    name: message('Name of the build argument.'),
    default: message('Value when `--build-arg` gives none.'),
  },
  CMD: { executable, argument, command },
  COPY: {
    source: message('A file or folder of the build context, or a pattern; with `--from` of a stage or image.'),
    destination,
  },
  ENTRYPOINT: { executable, argument, command },
  ENV: {
    name: message('Name of the environment variable.'),
    value: message('Its value; quotes keep blanks together. Variables set above are filled in.'),
  },
  EXPOSE: {
    port: message('A port, or a range such as `8000-8010`.'),
    protocol: message('`tcp` when not given, or `udp`, or `sctp`.'),
  },
  FROM: {
    image: message('The base image, the name of an earlier stage, or `scratch`.'),
    tag: message('Which version of the image; `latest` when not given.'),
    digest: message('The exact image by its digest, which never changes.'),
    stage: message('A name for this stage, for FROM, `COPY --from=` and `--target`.'),
  },
  HEALTHCHECK: {
    command: message('A command that ends with 0 when the container works, and with 1 when it does not.'),
  },
  LABEL: {
    key: message('Name of the label, by convention in reverse domain notation.'),
    value: message('Its value; quotes keep blanks together.'),
  },
  MAINTAINER: { name: message('Who looks after the image.') },
  ONBUILD: {
    instruction: message('The instruction to run in the other build; anything but FROM, MAINTAINER and ONBUILD.'),
  },
  RUN: { executable, argument, command },
  SHELL: {
    executable: message('The shell to use from here on.'),
    argument: message('An argument in front of the script, such as `-c`.'),
  },
  STOPSIGNAL: { signal: message('A signal by name or number, such as `SIGTERM` or `15`.') },
  USER: {
    user: message('Name of a user of the image.'),
    group: message('Name of a group; the groups of the user when not given.'),
    uid: message('A user by number, which needs no entry in `/etc/passwd`.'),
    gid: message('A group by number; the root group when not given.'),
  },
  VOLUME: { path: message('A folder of the container.') },
  WORKDIR: { path: message('A folder of the image; a relative one begins at the WORKDIR above.') },
};

/** The keys of a mount. */
export const mountParameters: Readonly<Record<string, Message>> = {
  type: message('Kind of mount: `bind` when not given, `cache`, `tmpfs`, `secret` or `ssh`.'),
  target: message('Where the mount appears in the container.'),
  source: message('A path in what is mounted; its root when not given.'),
  from: message('Stage, image or named context to mount from; the build context when not given.'),
  rw: message('Allows the command to write; what it writes is thrown away.'),
  ro: message('Forbids the command to write.'),
  id: message('Name by which builds share a cache, or by which the build is given a secret or an SSH agent.'),
  sharing: message(
    'What builds at the same time do with a cache: `shared`, one after the other (`locked`), or `private`.',
  ),
  mode: message('Permissions of the file or folder, in octal.'),
  uid: message('Owner of the file or folder, by number.'),
  gid: message('Group of the file or folder, by number.'),
  size: message('How large the memory may grow.'),
  env: message('An environment variable that holds the secret, with or without a file.'),
  required: message('With `true` the build stops when the secret or agent is missing.'),
};

import { parseDockerfile, type Dockerfile } from '#core/dockerfile/index.ts';
import { expect, test } from 'vitest';

const file = `# escape=\\
ARG BASE=debian:13
FROM \${BASE} AS build
WORKDIR /srv
RUN apt-get update \\
    # why
    && apt-get install -y "curl" | tee log
COPY --from=build --chown=1:1 ["a b", "/c"]
RUN A=1 make all
ENV B='x y' C=$BASE
RUN <<EOF
echo body
EOF
HEALTHCHECK --interval=3s CMD curl -f http://x/ || exit 1
ONBUILD RUN echo later
ENV broken
RUN [1]
SHELL ["powershell"]
RUN Get-Item
FROM build
SHELL ["bash", "-c"]
RUN Get-Item
RUN apt-get update \\
    # why
    && apt-get install -y "curl" | tee log
CMD ["x"]
`;

/** The whole model with its scripts read, and without what is kept for the next version. */
function unfold({ stages, ...model }: Dockerfile): unknown {
  const plain = {
    ...model,
    readings: null,
    stages: stages.map(({ base, ...stage }) => ({ ...stage, base: base.kind })),
  };
  return JSON.parse(
    JSON.stringify(plain, (key, value: unknown) =>
      (key === 'script' || key === 'tokens') && typeof value === 'function' ? value() : value,
    ),
  );
}

const inserts = [
  '',
  'x',
  '\n',
  ' ',
  '#',
  '\\',
  '"',
  '\nFROM a\n',
  '\nSHELL ["cmd"]\n',
  '<<E',
  '\r\n',
  "'",
  ' --x=1 ',
  '`',
];

test('an edit read with the version before it gives what reading the text afresh gives', () => {
  let previous = parseDockerfile(file);
  for (let at = 0; at < file.length; at++) {
    const insert = inserts[at % inserts.length] ?? '';
    const text = file.slice(0, at) + insert + file.slice(at + (at % 3));
    const next = parseDockerfile(text, previous);
    expect(unfold(next)).toEqual(unfold(parseDockerfile(text)));
    previous = next;
  }
});

test('another escape character makes another reading of the same lines', () => {
  const before = parseDockerfile('FROM a\nCOPY a\\ b\\\nCMD c\n');
  const text = '# escape=`\nFROM a\nCOPY a\\ b\\\nCMD c\n';
  expect(unfold(parseDockerfile(text, before))).toEqual(unfold(parseDockerfile(text)));
});

test('an unchanged instruction is not read again', () => {
  const before = parseDockerfile(file);
  const after = parseDockerfile(`# comment\n${file}`, before);
  expect(after.readings.bySource.get('WORKDIR /srv')).toBe(before.readings.bySource.get('WORKDIR /srv'));
});

test('what is taken over from version to version is read afresh from time to time, so that old texts can go', () => {
  const long = `FROM a\n# ${'x'.repeat(5_000_000)}\nRUN true\n`;
  const versions = [parseDockerfile(long)];
  for (let edit = 0; edit < 6; edit++) versions.push(parseDockerfile(`${long}\n`, versions.at(-1)));
  expect(versions.map(({ readings }) => readings.versions)).toEqual([0, 1, 2, 3, 0, 1, 2]);
});

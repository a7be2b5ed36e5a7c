import { findSignature, flagsOf, keywords, parseDocument, type SignatureHelp } from '#core';
import { describe, expect, test } from 'vitest';
import { readDrawing } from '#test/kit/marks.ts';

function helpAt(drawing: string): SignatureHelp | undefined {
  const { text, cursor } = readDrawing(drawing, { cursor: true });
  return findSignature(parseDocument('dockerfile', 'Dockerfile', text), cursor ?? 0);
}

/** The active form, its active part between `»` and `«`. */
function drawn(drawing: string): string {
  const help = helpAt(`FROM a\n${drawing}`);
  const signature = help?.signatures[help.active];
  if (!help || !signature) return 'nothing';
  const { label, parameters, activeParameter } = signature;
  const span = activeParameter === null ? undefined : parameters[activeParameter]?.span;
  return span ? `${label.slice(0, span.start)}»${label.slice(span.start, span.end)}«${label.slice(span.end)}` : label;
}

describe('the part at the cursor', () => {
  const run = 'RUN [--mount=…] [--network=…] [--security=…] [--device=…] ';
  const copy = 'COPY [--from=…] [--chown=…] [--chmod=…] [--link] [--parents] [--exclude=…] ';
  const add = 'ADD [--checksum=…] [--keep-git-dir=…] [--unpack=…] [--chown=…] [--chmod=…] [--link] [--exclude=…] ';
  const from = 'FROM [--platform=…] ';
  test.each([
    ['FROM |', `${from}»<image>«[:<tag>][@<digest>] [AS <stage>]`],
    ['FROM localhost:5000/a|', `${from}»<image>«[:<tag>][@<digest>] [AS <stage>]`],
    ['FROM a:|3', `${from}<image>[:»<tag>«][@<digest>] [AS <stage>]`],
    ['FROM a@sha|', `${from}<image>[:<tag>][@»<digest>«] [AS <stage>]`],
    ['FROM a AS |', `${from}<image>[:<tag>][@<digest>] [AS »<stage>«]`],
    ['FROM --plat|', 'FROM [»--platform=…«] <image>[:<tag>][@<digest>] [AS <stage>]'],
    ['COPY |', `${copy}»<source>«… <destination>`],
    ['COPY a |', `${copy}<source>… »<destination>«`],
    ['COPY a| b', `${copy}»<source>«… <destination>`],
    ['COPY a b| c', `${copy}»<source>«… <destination>`],
    ['COPY --link --ch|', copy.replace('--chown=…', '»--chown=…«') + '<source>… <destination>'],
    ['COPY --chmod=7|', copy.replace('--chmod=…', '»--chmod=…«') + '<source>… <destination>'],
    ['COPY ["a b", "|"]', `${copy}["<source>", »"<destination>"«]`],
    ['ADD --link https|', `${add}»<source>«… <destination>`],
    ['ARG NA|ME', 'ARG »<name>«[=<default>] …'],
    ['ARG NAME=x|', 'ARG <name>[=»<default>«] …'],
    ['ENV A="b |c"', 'ENV <name>=»<value>« …'],
    ['ENV A="b" C|', 'ENV »<name>«=<value> …'],
    ['ENV A b|', 'ENV <name>=»<value>« …'],
    ['LABEL a.b=|', 'LABEL <key>=»<value>« …'],
    ['EXPOSE 80/|', 'EXPOSE <port>[/»<protocol>«] …'],
    ['EXPOSE 80/tcp 8|', 'EXPOSE »<port>«[/<protocol>] …'],
    ['USER |', 'USER »<user>«[:<group>]'],
    ['USER 10:|', 'USER <uid>[:»<gid>«]'],
    ['CMD ["a", |', 'CMD ["executable", »"argument"«]'],
    ['CMD |', 'CMD »command« argument'],
    ['ENTRYPOINT ["|"]', 'ENTRYPOINT [»"executable"«, "argument"]'],
    [
      'HEALTHCHECK --timeout=3s CMD |',
      'HEALTHCHECK [--interval=…] [--timeout=…] [--start-period=…] [--start-interval=…] [--retries=…] CMD »<command>«',
    ],
    ['HEALTHCHECK N|', 'HEALTHCHECK NONE'],
    ['ONBUILD |', 'ONBUILD »<instruction>«'],
    ['ONBUILD USER a:|', 'USER <user>[:»<group>«]'],
    ['MAINTAINER |', 'MAINTAINER »<name>«'],
    ['SHELL ["a", "|"]', 'SHELL ["executable", »"argument"«]'],
    ['STOPSIGNAL |', 'STOPSIGNAL »<signal>«'],
    ['VOLUME |', 'VOLUME »<path>« …'],
    ['WORKDIR |', 'WORKDIR »<path>«'],
    ['RUN make \\\n  # words\n  all|', `${run}»<command>«`],
    ['RUN --network=none \\\n  --|', run.replace('--mount=…', '»--mount=…«') + '<command>'],
    ['RUN <<E|', `${run}<<EOF … EOF`],
    ['RUN ["a", "|b"]', `${run}["executable", »"argument"«]`],
  ])('of %s', (drawing, expected) => {
    expect(drawn(drawing)).toBe(expected);
  });
  test.each(['FRO|M a', '# a |', 'NOPE |', 'RUN <<E\na |\nE', '|'])('of %j is none', (drawing) => {
    expect(drawn(drawing)).toBe('nothing');
  });
});

describe('a mount', () => {
  const bind = '--mount=type=bind,target=…,source=…,from=…,rw';
  test.each([
    ['--mount=|', '--mount=»type=bind«,target=…,source=…,from=…,rw'],
    ['--mount=type=bind,|', bind.replace('target=…', '»target=…«')],
    ['--mount=from=x,so|', bind.replace('source=…', '»source=…«')],
    ['--mount=dst=/x|', bind.replace('target=…', '»target=…«')],
    ['--mount=type=secret,id=a,env=|A', '--mount=type=secret,id=…,target=…,»env=…«,required=…,mode=…,uid=…,gid=…'],
    ['--mount=type=ca|', '--mount=»type=cache«,target=…,id=…,sharing=…,source=…,from=…,ro,mode=…,uid=…,gid=…'],
    ['--mount=type=tmpfs,target=/x,\\\nsize=|', '--mount=type=tmpfs,target=…,»size=…«'],
  ])('%s', (drawing, expected) => {
    expect(drawn(`RUN ${drawing}`)).toBe(expected);
  });
  test('has a form for each type', () => {
    expect(helpAt('FROM a\nRUN --mount=|')?.signatures).toHaveLength(5);
  });
});

test('every instruction, flag, place and mount key is explained', () => {
  for (const keyword of keywords) {
    const { signatures = [] } = helpAt(`FROM a\n${keyword} |`) ?? {};
    expect(signatures.length, keyword).toBeGreaterThan(0);
    const names = signatures.flatMap(({ parameters }) => parameters.map(({ name }) => name));
    for (const flag of flagsOf(keyword)) expect(names).toContain(`--${flag}`);
    for (const { parameters, label } of signatures) {
      for (const { documentation, span, name } of parameters) {
        expect(documentation, `${keyword} ${name}`).not.toBeNull();
        expect(label.slice(span.start, span.end)).toContain(name);
      }
    }
  }
  for (const { parameters } of helpAt('FROM a\nRUN --mount=|')?.signatures ?? []) {
    for (const { documentation, name } of parameters) expect(documentation, name).not.toBeNull();
  }
});

test('scripts are left in peace once they have begun', () => {
  expect(helpAt('FROM a\nRUN |')?.quiet).toBe(false);
  expect(helpAt('FROM a\nRUN make |')?.quiet).toBe(true);
  expect(helpAt('FROM a\nCOPY a |')?.quiet).toBe(false);
});

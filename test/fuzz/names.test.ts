import { applyEdits, parseDocument, planRenameOf, resolveNames, type Named, type SourceDocument } from '#core';
import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';

/** Lines that name things, and break each other's meaning wherever they can. */
const lines = constantFrom(
  'ARG A=1 B=$A',
  'ARG A',
  'ARG B="${A:-x}"',
  'FROM a AS one',
  'FROM one AS two',
  'FROM $A AS three',
  'FROM one-${B} as One',
  'FROM --platform=$BUILDPLATFORM two',
  'ENV A=$A B=${B%x}',
  'ENV B two $A',
  'ENV "A"=x',
  'COPY --from=one a b',
  'COPY --from=0 --chown=$A a $B',
  'RUN --mount=type=bind,from=TWO,target=/x echo $A',
  'RUN --mount=type=bind,\\\n# why\nfrom="one",target=$B make',
  'RUN A=${A#x} && for B in $A \'$A\'; do echo "$B" \\$A; done',
  'RUN --mount=type=secret,id=x,env=A echo $A$B',
  'RUN ["sh", "-c", "echo $A \\"$B\\""]',
  "RUN sh -c 'echo $A' && echo $((A + B)) `echo $A`",
  'RUN <<A cat <<-"B"\n$A\nA\n$B\n\tB',
  'COPY <<A /x\n"$A" \'${B}\'\nA',
  'ONBUILD RUN echo $A',
  'ONBUILD ARG A',
  'CMD echo $A ${B:?no}',
  'HEALTHCHECK CMD test -n "$B"',
  'SHELL ["powershell"]',
  'RUN echo $env:A "%B%"',
  '# $A',
  'RUN <<A',
  'ENV A',
);

const texts = array(lines, { maxLength: 14 }).map((all) => `${all.join('\n')}\n`);

function parse(text: string): SourceDocument {
  return parseDocument('dockerfile', 'Dockerfile', text);
}

/** Where names stand in their order, and what stages are built on: all that a rename must leave as it is. */
function meaningOf(document: SourceDocument): string {
  if (document.language !== 'dockerfile') return '';
  const { problems, stages } = document.model;
  const names = resolveNames(document).all.map(({ kind, occurrences }) => [
    kind,
    occurrences.map(({ role, form }) => [role, form]),
  ]);
  const bases = stages.map(({ base }) => (base.kind === 'stage' ? base.stage.index : base.kind));
  return JSON.stringify([problems.map(({ code }) => code), bases, names]);
}

const fresh: Readonly<Record<Named['kind'], string>> = { stage: 'fresh', arg: 'FRESH', env: 'FRESH', heredoc: 'FRESH' };

test('every place of a name holds that name', () => {
  assert(
    property(texts, (text) => {
      for (const { name, kind, occurrences } of resolveNames(parse(text)).all) {
        for (const { span, form, area } of occurrences.filter((each) => each.form === 'name')) {
          const written = text.slice(span.start, span.end);
          expect(kind === 'stage' ? written.toLowerCase() : written, `${form} in ${text}`).toBe(
            kind === 'stage' ? name.toLowerCase() : name,
          );
          expect(area.start <= span.start && span.end <= area.end).toBe(true);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test('a rename leaves the meaning as it is', () => {
  assert(
    property(texts, (text) => {
      const document = parse(text);
      const names = resolveNames(document);
      for (const named of names.all) {
        const renaming = planRenameOf(document, named, fresh[named.kind], names);
        if (renaming.kind === 'refused') continue;
        const renamed = applyEdits(text, renaming.files[0]?.edits ?? []);
        expect(renamed, text).toBeDefined();
        expect(meaningOf(parse(renamed ?? '')), `${named.kind} ${named.name} of\n${text}`).toBe(meaningOf(document));
      }
    }),
    { numRuns: 3000 },
  );
});

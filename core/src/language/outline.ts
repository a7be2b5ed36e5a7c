import type { ComposeFile, MapEntry } from '../compose/index.ts';
import type { Dockerfile, Instruction, Stage } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import type { Span } from '../text/index.ts';
import type { Fold, OutlineSymbol } from './model.ts';

/** Stages with their instructions, or sections with their services and what belongs to them. */
export function findOutline(document: SourceDocument): readonly OutlineSymbol[] {
  if (document.language === 'dockerignore') return [];
  return document.language === 'dockerfile' ? outlineDockerfile(document.model) : outlineCompose(document.model);
}

function outlineDockerfile(file: Dockerfile): OutlineSymbol[] {
  const before = file.instructions.filter(({ stage, keyword }) => stage === null && keyword !== null);
  return [...before.map(outlineInstruction), ...file.stages.map(outlineStage)];
}

function outlineStage(stage: Stage): OutlineSymbol {
  const { name, image, from, instructions, span } = stage;
  const inside = instructions.filter((each) => each !== from && each.keyword !== null);
  const children = inside.map(outlineInstruction);
  const last = inside.at(-1)?.span.end ?? from.span.end;
  return {
    name: name?.value ?? image?.raw ?? 'FROM',
    detail: name ? (image?.raw ?? '') : '',
    kind: 'stage',
    span: { start: from.span.start, end: Math.max(last, span.end) },
    nameSpan: name?.span ?? image?.span ?? from.keywordSpan,
    children,
  };
}

function outlineInstruction(instruction: Instruction): OutlineSymbol {
  const { keyword, keywordText, assignments, span, keywordSpan } = instruction;
  const declares = keyword === 'ARG' || keyword === 'ENV';
  const names = assignments.map(({ name }) => name.value).join(' ');
  return {
    name: declares && names !== '' ? `${keywordText} ${names}` : keywordText,
    detail: declares ? '' : summarise(instruction),
    kind: declares ? 'variable' : 'instruction',
    span,
    nameSpan: keywordSpan,
    children: [],
  };
}

const longestDetail = 60;

function summarise({ code, keywordText }: Instruction): string {
  const text = code.slice(keywordText.length).trim().replace(/\s+/g, ' ');
  return text.length > longestDetail ? `${text.slice(0, longestDetail)}…` : text;
}

const containers = ['services', 'networks', 'volumes', 'secrets', 'configs', 'models'];

function outlineCompose({ root }: ComposeFile): OutlineSymbol[] {
  return (root?.entries ?? [])
    .filter(({ merged }) => !merged)
    .map((entry) => {
      const kind = entry.key === 'services' ? 'service' : 'resource';
      const inside = containers.includes(entry.key) ? childrenOf(entry) : [];
      const children = inside.map((child) => outlineEntry(child, kind, kind === 'service' ? childrenOf(child) : []));
      return { ...outlineEntry(entry, 'section', []), children };
    });
}

function childrenOf({ value }: MapEntry): readonly MapEntry[] {
  return value.kind === 'map' ? value.entries.filter(({ merged }) => !merged) : [];
}

function outlineEntry(entry: MapEntry, kind: OutlineSymbol['kind'], inside: readonly MapEntry[]): OutlineSymbol {
  const { key, keySpan, span, value } = entry;
  const image = inside.find((each) => each.key === 'image')?.value;
  const shown = image?.kind === 'scalar' ? image : value.kind === 'scalar' ? value : undefined;
  return {
    name: key === '' ? '?' : key,
    detail: shown?.raw ?? '',
    kind,
    span: { start: Math.min(span.start, keySpan.start), end: Math.max(span.end, keySpan.end) },
    nameSpan: keySpan,
    children: inside.map((each) => outlineEntry(each, 'instruction', [])),
  };
}

/** Stages, instructions and heredocs over several lines, runs of comments; mappings and lists in block style. */
export function findFolds(document: SourceDocument): readonly Fold[] {
  const { model } = document;
  const areas = foldAreas(document);
  return [...areas.map((span): Fold => ({ span, kind: 'region' })), ...foldComments(document.text, model.comments)];
}

function foldAreas(document: SourceDocument): Span[] {
  if (document.language === 'dockerignore') return [];
  return document.language === 'dockerfile' ? foldDockerfile(document.model) : foldCompose(document.model);
}

function foldDockerfile(file: Dockerfile): Span[] {
  const stages = outlineDockerfile(file).filter(({ kind }) => kind === 'stage');
  return [...stages, ...file.instructions].map(({ span }) => span);
}

function foldCompose({ root }: ComposeFile): Span[] {
  const found: Span[] = [];
  const queue = [...(root?.entries ?? [])];
  for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
    if (entry.merged) continue;
    found.push(entry.span);
    if (entry.value.kind === 'map' && entry.value.origin === null) queue.push(...entry.value.entries);
    if (entry.value.kind === 'seq' && entry.value.origin === null) {
      queue.push(
        ...entry.value.items.flatMap((item) => (item.kind === 'map' && item.origin === null ? item.entries : [])),
      );
    }
  }
  return found;
}

/** Comment lines with nothing but a line break between them. */
function foldComments(text: string, comments: readonly { readonly span: Span }[]): Fold[] {
  const runs: { start: number; end: number }[] = [];
  for (const { span } of comments) {
    const run = runs.at(-1);
    if (run && /^(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(run.end, span.start))) run.end = span.end;
    else runs.push({ ...span });
  }
  return runs.map((span) => ({ span, kind: 'comment' }));
}

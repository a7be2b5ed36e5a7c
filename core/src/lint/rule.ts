import type { ComposeFile, ComposeService } from '../compose/index.ts';
import type { Dockerfile, Instruction, Keyword, Stage } from '../dockerfile/index.ts';
import type { IgnoreFile, IgnorePattern } from '../ignore/index.ts';
import type { Language } from '../project/index.ts';
import type { Placeholders, Span, TextEdit } from '../text/index.ts';
import type { CallIndex } from './calls.ts';
import type { FindingKind, Level, RuleRefs, Severity } from './finding.ts';
import type { ImageFacts, Knowledge } from './knowledge.ts';
import type { RuleOptions } from './options.ts';
import type { Preset } from './preset.ts';

export type RuleLanguage = Language | 'engine';
/** `<language>/<catalogue key>`; the key is also the name of the rule's file, test and page. */
export type RuleId = `${RuleLanguage}/${string}`;

/** English templates by key; `{names}` in them become the typed `data` of a report. */
export type RuleMessages = Readonly<Record<string, string>>;

type DataOf<Template extends string> = [Placeholders<Template>] extends [never]
  ? { readonly data?: undefined }
  : { readonly data: Readonly<Record<Placeholders<Template>, string>> };

type Sentence<M extends RuleMessages, Slot extends string> = {
  [K in keyof M & string]: { readonly [S in Slot]: K } & DataOf<M[K]>;
}[keyof M & string];

/** A fix: `title` names one of the rule's messages; it is safe unless said otherwise. */
export type ReportedFix<M extends RuleMessages> = Sentence<M, 'title'> & {
  readonly edits: readonly TextEdit[];
  readonly safe?: boolean;
};

/** What a rule says of one place. `severity` grades this one finding; a level from the user's settings still wins. */
export type Report<M extends RuleMessages> = Sentence<M, 'message'> & {
  readonly at: Span;
  readonly fix?: ReportedFix<M> | undefined;
  readonly related?: readonly (Sentence<M, 'message'> & { readonly at: Span })[];
  readonly severity?: Severity;
  /** The ids of this one finding, where the rule stands for many: `SC2086` of all `SC*`. */
  readonly refs?: RuleRefs;
  /** The presets in which this finding is made; all when absent. A level from the user's settings does not widen it. */
  readonly presets?: readonly Preset[] | undefined;
};

export interface RuleContext<File, M extends RuleMessages> {
  readonly file: File;
  readonly text: string;
  /** What an engine and the user's settings tell beside the text; empty when nobody answers. */
  readonly knowledge: Knowledge;
  /** What the project's configuration says to single rules. */
  readonly options: RuleOptions;
  /** `YYYY-MM-DD`, since core has no clock. */
  readonly today: string;
  report(report: Report<M>): void;
}
export interface DockerfileContext<M extends RuleMessages> extends RuleContext<Dockerfile, M> {
  /** What the RUN instructions call. Reading it costs nothing for a rule whose programs the file does not use. */
  readonly calls: CallIndex;
}
export type ComposeContext<M extends RuleMessages> = RuleContext<ComposeFile, M>;
export type IgnoreContext<M extends RuleMessages> = RuleContext<IgnoreFile, M>;

type InstructionHandlers<M extends RuleMessages> = {
  readonly [K in Keyword]?: (instruction: Instruction, ctx: DockerfileContext<M>) => void;
};

/** Which things a rule looks at, in file order: instructions by keyword, stages, services, patterns, or a whole file. */
export interface Visitor<M extends RuleMessages> extends InstructionHandlers<M> {
  readonly dockerfile?: (file: Dockerfile, ctx: DockerfileContext<M>) => void;
  readonly stage?: (stage: Stage, ctx: DockerfileContext<M>) => void;
  readonly compose?: (file: ComposeFile, ctx: ComposeContext<M>) => void;
  readonly service?: (service: ComposeService, ctx: ComposeContext<M>) => void;
  readonly dockerignore?: (file: IgnoreFile, ctx: IgnoreContext<M>) => void;
  readonly pattern?: (pattern: IgnorePattern, ctx: IgnoreContext<M>) => void;
}

/** One rule, whole: what it detects, why, where it stands in other catalogues, its samples, its words and its code. */
export interface RuleDefinition<M extends RuleMessages> {
  readonly id: RuleId;
  readonly kind: Exclude<FindingKind, 'syntax'>;
  /** The level in the `recommended` preset. */
  readonly severity: Level;
  /** The level in `strict`, where every rule is on; needed when `severity` is `off`. */
  readonly strict?: Severity;
  readonly refs: RuleRefs;
  /** An instruction to the author of a file, in the imperative, without a full stop. */
  readonly title: string;
  readonly why: string;
  /** The page that the statement rests on. */
  readonly source: string;
  /** A sample that must fire, and one that must be clean: documentation and test at once. */
  readonly bad: string;
  readonly good: string;
  /** The piece of a `drydock.yaml` without which the rule has nothing to say; the samples are judged with it. */
  readonly configuration?: string;
  /** Texts by path that lie in the context of the samples, for rules that look beyond the file. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What an engine must know of its images for the samples to mean anything. */
  readonly images?: Readonly<Record<string, ImageFacts>>;
  readonly messages: M;
  readonly tag?: 'deprecated' | 'unnecessary';
  /** What has to be at hand for the rule to say anything: its silence means nothing without it. */
  readonly needs?: keyof Knowledge;
  readonly on: Visitor<M>;
}

/** A rule of which the message keys no longer matter: what the runner, the reports and the docs see. */
export type Rule = Omit<RuleDefinition<RuleMessages>, 'on'> & { readonly on: Visitor<RuleMessages> };

/** Keeps a rule's messages literal, so that a wrong placeholder or key does not compile. */
export function defineRule<const M extends RuleMessages>(definition: RuleDefinition<M>): Rule {
  // The runner hands every rule a context of its own messages; only the static knowledge of them is dropped here.
  return definition as unknown as Rule;
}

const ruleLanguages: readonly RuleLanguage[] = ['dockerfile', 'compose', 'dockerignore', 'engine'];

export function languageOfRule(id: string): RuleLanguage | undefined {
  const name = id.slice(0, id.indexOf('/'));
  return ruleLanguages.find((language) => language === name);
}

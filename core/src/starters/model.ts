import type { Message } from '../text/index.ts';

/** The files of an application as the wizard's brain sees them: on disk, in a virtual workspace or in a test. */
export interface FileTree {
  /** Paths of all files below the root, `/` between folders, without ignored folders such as `node_modules`. */
  readonly paths: readonly string[];
  /** The text of one of them, or undefined when it cannot be read as text. */
  read(path: string): Promise<string | undefined>;
}

/** Why something is believed: a line of a file, and how sure it is. */
export interface Evidence {
  readonly fact: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly confidence: 'certain' | 'likely' | 'guess';
  readonly message: Message;
}

/** One application found in the tree. Ids are lower case: `node`, `python`, `express`, `npm`. */
export interface AppFacts {
  /** Folder of the application, `.` for the root. */
  readonly path: string;
  /** Name of its service in Compose: lower-case letters, digits and dashes, different from all others. */
  readonly name: string;
  /** The stack that detected it and renders its files; `node`, `python`. */
  readonly stack: string;
  /** What the project calls it, for the name of the Compose project; any text. */
  readonly title: string;
  /** Folder that the build sees: the application's own, or the root of the workspace that holds its lockfile. */
  readonly context: string;
  readonly role: 'web' | 'worker' | 'job';
  readonly language: string;
  readonly framework: string | null;
  readonly packageManager: string | null;
  /** Exact version of the package manager when the project pins one. */
  readonly packageManagerVersion: string | null;
  readonly lockfile: string | null;
  /** Major (node) or major.minor (python) version of the runtime to use. */
  readonly version: string;
  readonly port: number | null;
  /** Exec form. */
  readonly start: readonly string[];
  readonly build: readonly string[] | null;
  /** Files and folders that the install step reads, relative to `context`; fixed names, never text of a manifest. */
  readonly manifests: readonly string[];
  /** A path that the application answers when it is well, or null. */
  readonly health: string | null;
  /** Names of the environment variables that the application reads, as far as the wizard knows them. */
  readonly env: readonly string[];
  /** Small facts that only the application's stack understands, such as `standalone`. */
  readonly traits: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface ServiceFacts {
  /** `postgres`, `redis` ... */
  readonly id: string;
  readonly need: 'required' | 'optional' | 'embedded';
  /** Paths of the applications that use it. */
  readonly apps: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface Refusal {
  readonly path: string;
  readonly reason: Message;
}

export interface Facts {
  readonly apps: readonly AppFacts[];
  readonly services: readonly ServiceFacts[];
  readonly refusals: readonly Refusal[];
  /** Container files that are already there. */
  readonly existing: readonly string[];
  /** What the user should know of what was read: a lockfile that lies, a version that is no longer supported. */
  readonly warnings: readonly Message[];
}

/** A question that evidence could not answer, with the default that `--yes` takes. */
export interface Question {
  readonly id: string;
  readonly message: Message;
  readonly default: string;
  readonly choices: readonly string[];
}

/** What the user said, by question id; unanswered questions take their default. */
export type Answers = Readonly<Record<string, string>>;

/** The text of files that are already there, by path. */
export type ExistingFiles = ReadonlyMap<string, string>;

export interface PlannedFile {
  readonly path: string;
  /** `create` when nothing is there, `keep` when the same text is, `change` when a different text is. */
  readonly action: 'create' | 'change' | 'keep';
  readonly content: string;
}

export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly questions: readonly Question[];
  readonly notes: readonly Message[];
}

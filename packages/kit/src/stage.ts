import type { InputSpec, RawInputs } from './input-spec.js';
import type { Annotation, Edges, Log, RunContext } from './ports.js';
import type { Secret } from './secret.js';

/** What a stage leaves behind for people and for the steps that follow. */
export interface StageReport {
  readonly conclusion: 'success' | 'failure';
  /** By kebab-case name; all values are strings, lists are JSON. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown for the job summary. */
  readonly summary: string;
  /** The same for a terminal. */
  readonly lines: readonly string[];
  readonly annotations: readonly Annotation[];
}

export interface StageTools extends Edges {
  readonly log: Log;
  readonly context: RunContext;
  /** Declares a value secret that was not an input: a token that was derived, a password read from a file. */
  protect(secret: Secret): void;
}

/** One stage: the same code behind an action, the root action, the workflow and the command line. */
export interface Stage {
  readonly name: string;
  /** One sentence, for --help and action.yml. */
  readonly purpose: string;
  readonly inputs: InputSpec;
  readonly outputs: Readonly<Record<string, string>>;
  run(raw: RawInputs, tools: StageTools): Promise<StageReport>;
}

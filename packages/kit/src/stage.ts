import type { InputSpec, RawInputs } from './inputs/input-spec.js';
import type { Annotation, Edges, Log, RunContext } from './ports.js';
import type { Secret } from './secret.js';

/** What a stage leaves behind for people and for the steps that follow. */
export interface StageReport {
  /** `interrupted`: the run was cancelled; what is known so far is told. */
  readonly conclusion: 'success' | 'failure' | 'interrupted';
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
  /** When the stage's time is over, in milliseconds since the epoch; for budgets that leave time for last words. */
  readonly endsAtMs?: number;
  /** Declares a value secret that was not an input: a token that was derived, a password read from a file. */
  protect(secret: Secret): void;
}

/** A stage whose inputs and files are known to be right. */
export interface PreparedStage {
  /**
   * Asks the servers, by reading only, what would keep the work from being done. A chain does this for all of its stages
   * before the first one changes anything.
   * @throws SuiteError, with `isTemporary` when the same work may succeed later
   */
  preflight(): Promise<void>;
  /** Does the work; reads again what may have changed since. */
  run(): Promise<StageReport>;
}

/** One stage: the same code behind an action, the root action, the workflow and the command line. */
export interface Stage {
  readonly name: string;
  /** One sentence, for --help and action.yml. */
  readonly purpose: string;
  readonly inputs: InputSpec;
  /** What each output holds, by kebab-case name. */
  readonly outputs: Readonly<Record<string, string>>;
  /**
   * Parses the inputs, reads and checks every file, asks no server and changes nothing: a chain prepares all of its
   * stages before the first one works.
   * @throws SuiteError that names everything that is wrong
   */
  prepare(raw: RawInputs, tools: StageTools): Promise<PreparedStage>;
}

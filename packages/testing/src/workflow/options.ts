import type { Json } from './documents/values.js';

export type Environment = {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
};

export type RunOptions = {
  /** The repository the event happened in: whose workflow runs, and what a checkout checks out. */
  readonly repository: { readonly name: string; readonly folder: string };
  /** The workflow file, relative to the repository. */
  readonly file: string;
  readonly event: 'push' | 'workflow_dispatch';
  /** Default `refs/heads/main`. */
  readonly ref?: string;
  readonly sha?: string;
  readonly inputs?: Json;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Deployment environments with secrets and variables of their own. */
  readonly environments?: Readonly<Record<string, Environment>>;
  /** Folders of other repositories that `uses: owner/repo/…@ref` names; any ref is taken from there. */
  readonly repositories?: Readonly<Record<string, string>>;
  /** What the token may do where the workflow says nothing. */
  readonly defaultPermissions?: 'read' | 'write';
  /** What `github.token` is. */
  readonly token?: string;
  /** The node that `using: node24` gets; without it the one this runs on. */
  readonly nodeFor24?: string;
  /** Added to the environment of every step, for example PATH and the proxy of stand-ins. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the runner works; it is kept then. Without it a temporary folder that is removed. */
  readonly workFolder?: string;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: LogLine) => void;
};

export type LogLine = { readonly job: string; readonly text: string };

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
};

export type StepResult = {
  readonly id: string | undefined;
  readonly name: string;
  /** Before `continue-on-error` is applied. */
  readonly outcome: Result;
  readonly conclusion: Result;
  readonly outputs: Readonly<Record<string, string>>;
};

export type JobResult = {
  readonly id: string;
  readonly name: string;
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepResult[];
  /** What the job's log shows, secrets masked. */
  readonly log: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly environment?: { readonly name: string; readonly url: string };
  /** When it ran, for telling what ran side by side; both 0 when it did not. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** The jobs of the workflow that this job called. */
  readonly jobs: Readonly<Record<string, JobResult>>;
};

export type Concurrency = { readonly group: string; readonly cancelInProgress: boolean; readonly queue: string };

export type WorkflowResult = {
  readonly result: Exclude<Result, 'skipped'>;
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** What `on.workflow_call.outputs` declares, also when the file was started directly. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  /** All logs, each line with its job before it. */
  readonly log: string;
};

/** The run could not begin: GitHub calls this a startup failure. Nothing was executed. */
export class WorkflowStartError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'WorkflowStartError';
    this.problems = problems;
  }
}

/** Whatever lies outside of what this runner does is said aloud instead of being passed over. */
export function notSupported(what: string): string {
  return `Not supported by this runner: ${what}`;
}

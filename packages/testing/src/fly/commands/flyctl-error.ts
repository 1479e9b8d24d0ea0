/** More of an error: flyctl prints both after the line that begins with "Error: ". */
export interface ErrorHints {
  readonly description?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly exitCode?: number;
}

/** What flyctl prints after "Error: ", and the status it exits with. */
export class FlyctlError extends Error {
  readonly exitCode: number;
  readonly description: string | undefined;
  readonly suggestion: string | undefined;

  constructor(message: string, hints: ErrorHints = {}) {
    super(message);
    this.exitCode = hints.exitCode ?? 1;
    this.description = hints.description;
    this.suggestion = hints.suggestion;
  }

  /** The same error with words before it, as Go wraps errors: hints and status go along. */
  wrapped(before: string): FlyctlError {
    const { description, suggestion, exitCode } = this;
    return new FlyctlError(`${before}${this.message}`, { description, suggestion, exitCode });
  }
}

/** A context that was cancelled: nothing is printed, the status says it all. */
export class Cancelled extends FlyctlError {
  constructor(message = 'context canceled') {
    super(message, { exitCode: 127 });
  }
}

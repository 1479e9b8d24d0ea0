/** What flyctl prints after "Error: ", and the status it exits with. */
export class FlyctlError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

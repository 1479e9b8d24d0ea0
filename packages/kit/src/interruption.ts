/**
 * What the edges throw once the run was cancelled. It is no SuiteError: code that has an answer to expected errors must
 * not take it for one of them, and so it unwinds to whoever tells the person.
 */
export class Interruption extends Error {
  constructor() {
    super('The run was cancelled.');
    this.name = 'Interruption';
  }
}

export function isInterruption(thrown: unknown): boolean {
  return thrown instanceof Interruption;
}

import { type ErrorCode, invalidInputs, isSuiteError, SuiteError } from '@fly-monitoring/kit';

/** Collects everything that is wrong with inputs and files, so that it is told at once and before any change. */
export class Problems {
  readonly #found: { readonly code: ErrorCode; readonly message: string; readonly hint: string }[] = [];

  input(message: string): void {
    const { hint } = invalidInputs([]);
    this.#found.push({ code: 'INPUT_INVALID', message, hint });
  }

  add(error: SuiteError): void {
    this.#found.push(error);
  }

  missingFile(input: string, path: string): void {
    this.add(
      new SuiteError({
        code: 'FILE_MISSING',
        message: `Input "${input}": there is no file ${path}.`,
        hint: 'Check out the repository before this step; paths are relative to its root.',
      }),
    );
  }

  /** Undefined, and noted, when it throws an expected error. */
  attempt<T>(parse: () => T): T | undefined {
    try {
      return parse();
    } catch (thrown) {
      if (!isSuiteError(thrown)) throw thrown;
      this.add(thrown);
      return undefined;
    }
  }

  /** The same for what has to be waited for. */
  async attemptRead<T>(read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (thrown) {
      return this.attempt(() => {
        throw thrown;
      });
    }
  }

  /** @throws SuiteError that names all of them */
  throwIfAny(): void {
    const [first] = this.#found;
    if (first === undefined) return;
    const same = this.#found.every(({ code }) => code === first.code);
    throw new SuiteError({
      code: same ? first.code : 'INPUT_INVALID',
      message: [...new Set(this.#found.map(({ message }) => message))].join('\n'),
      hint: [...new Set(this.#found.map(({ hint }) => hint))].join(' '),
    });
  }
}

import { invalidInputs } from './inputs/input-spec.js';
import { isSuiteError, SuiteError } from './suite-error.js';

type Found = Pick<SuiteError, 'code' | 'message' | 'hint'>;

/** One error that holds every line of several, each once; its code is theirs, or INPUT_INVALID when they differ. */
export function joinErrors(errors: readonly Found[]): SuiteError {
  const [only, ...more] = errors;
  if (only instanceof SuiteError && more.length === 0) return only;
  const codes = new Set(errors.map(({ code }) => code));
  const [code = 'INPUT_INVALID'] = codes;
  // One that another one begins with would only be said twice.
  const hints = [...new Set(errors.map(({ hint }) => hint))];
  return new SuiteError({
    code: codes.size > 1 ? 'INPUT_INVALID' : code,
    message: [...new Set(errors.flatMap(({ message }) => message.split('\n')))].join('\n'),
    hint: hints.filter((hint) => !hints.some((other) => other !== hint && other.includes(hint))).join(' '),
  });
}

/** Collects everything that is wrong with inputs and files, so that it is told at once and before any change. */
export class Problems {
  readonly #found: Found[] = [];

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
      return this.#note(thrown);
    }
  }

  /** The same for what has to be waited for. */
  async attemptRead<T>(read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (thrown) {
      return this.#note(thrown);
    }
  }

  #note(thrown: unknown): undefined {
    if (!isSuiteError(thrown)) throw thrown;
    this.add(thrown);
    return undefined;
  }

  /** @throws SuiteError that names all of them */
  throwIfAny(): void {
    if (this.#found.length > 0) throw this.joined();
  }

  /** All of them as one error; there must be one. */
  joined(): SuiteError {
    return joinErrors(this.#found);
  }
}

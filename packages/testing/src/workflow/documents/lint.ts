import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadLanguageService } from './github-packages.js';

export type Lint = {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
};

/** What GitHub's own language service says of a workflow file, the actions and workflows it uses included. */
export async function lintWorkflow(folder: string, file: string): Promise<readonly Lint[]> {
  return await lint(folder, file);
}

/** The same for an action; `inside` is the folder of its action.yml. */
export async function lintAction(folder: string, inside: string): Promise<readonly Lint[]> {
  return await lint(folder, path.posix.join(inside, 'action.yml'));
}

async function lint(folder: string, file: string): Promise<readonly Lint[]> {
  const { validate, TextDocument } = await loadLanguageService();
  const absolute = path.join(folder, file);
  // The language service tells workflows from actions by the end of the address.
  const document = TextDocument.create(`file://${absolute}`, 'yaml', 1, await readFile(absolute, 'utf8'));
  const fileProvider = {
    getFileContent: async (wanted: { readonly repository?: string; readonly path: string }) => {
      if (wanted.repository !== undefined) {
        throw new Error('Files of other repositories are not here.');
      }
      return { name: wanted.path, content: await readFile(path.join(folder, wanted.path), 'utf8') };
    },
  };
  const found = await validate(document, { fileProvider });
  return found.map(({ range, severity, message }) => ({
    line: range.start.line + 1,
    column: range.start.character + 1,
    // No severity means an error; 2 and more are warnings and hints.
    severity: (severity ?? 1) === 1 ? 'error' : 'warning',
    message: typeof message === 'string' ? message : message.value,
  }));
}

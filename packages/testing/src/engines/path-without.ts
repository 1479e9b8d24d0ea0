import { accessSync, constants, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { engineNames, engines } from './table.js';

/**
 * A PATH with everything that this one has but the engines: a folder that holds one is replaced by one below `folder`
 * with links to the rest of it. Node stays, as it also runs the tests.
 */
export function pathWithoutEngines(folder: string, path = process.env['PATH'] ?? ''): string {
  const commands = new Set<string>(engineNames.flatMap((name) => engines[name].commands));
  commands.delete('node');
  const folders = path.split(delimiter).filter((each) => each !== '');
  return folders
    .map((each, index) => {
      if (![...commands].some((command) => isThere(join(each, command)))) return each;
      return linksTo(each, join(folder, `path-${index}`), commands);
    })
    .join(delimiter);
}

function linksTo(from: string, to: string, left: ReadonlySet<string>): string {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (!left.has(name)) symlinkSync(join(from, name), join(to, name));
  return to;
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

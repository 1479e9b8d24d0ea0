import { parseArgs } from 'node:util';
import type { RunOptions } from './options.js';

export const USAGE = `Runs a GitHub workflow file on this machine.

  cli.js <file> [--event push|workflow_dispatch] [--folder .] [--repository owner/name]
         [--ref refs/heads/main] [--sha <sha>] [--input name=value]... [--var NAME=value]...
         [--secret NAME]...          taken from the environment variable NAME
         [--with owner/name=folder]  another repository that the workflow uses
         [--node24 <path>]           the node for actions that ask for node24
`;

export type CliOptions =
  | { readonly kind: 'run'; readonly options: RunOptions }
  | { readonly kind: 'usage'; readonly problem?: string };

const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'string', multiple: true, default: [] as string[] } as const;
const FLAGS = {
  event: { ...TEXT, default: 'push' },
  folder: { ...TEXT, default: '.' },
  repository: { ...TEXT, default: 'local/repository' },
  ref: { ...TEXT, default: 'refs/heads/main' },
  sha: TEXT,
  input: TEXTS,
  var: TEXTS,
  secret: TEXTS,
  with: TEXTS,
  node24: TEXT,
  help: { type: 'boolean', default: false },
} as const;

export function parseCli(args: readonly string[], env: Readonly<Record<string, string | undefined>>): CliOptions {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
    const [file, ...more] = positionals;
    if (values.help) {
      return { kind: 'usage' };
    }
    if (file === undefined || more.length > 0) {
      return { kind: 'usage', problem: 'Exactly one workflow file is needed.' };
    }
    if (values.event !== 'push' && values.event !== 'workflow_dispatch') {
      return { kind: 'usage', problem: `--event is "${values.event}"; it must be push or workflow_dispatch.` };
    }
    const options: RunOptions = {
      repository: { name: values.repository, folder: values.folder },
      file,
      event: values.event,
      ref: values.ref,
      ...(values.sha === undefined ? {} : { sha: values.sha }),
      ...(values.input.length === 0 ? {} : { inputs: typed(pairs('input', values.input)) }),
      vars: pairs('var', values.var),
      secrets: secretsFrom(values.secret, env),
      repositories: pairs('with', values.with),
      ...(values.node24 === undefined ? {} : { nodeFor24: values.node24 }),
    };
    return { kind: 'run', options };
  } catch (error) {
    return { kind: 'usage', problem: String(Object(error).message) };
  }
}

function pairs(flag: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) {
        throw new Error(`--${flag} is "${text}"; it must be name=value.`);
      }
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

/** What the form on GitHub would send: switches are booleans, everything else is text. */
function typed(inputs: Readonly<Record<string, string>>): Record<string, unknown> {
  const entries = Object.entries(inputs);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value]),
  );
}

function secretsFrom(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = env[name];
      if (value === undefined) {
        throw new Error(`--secret ${name}: there is no environment variable of that name.`);
      }
      return [name, value];
    }),
  );
}

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEngine } from '@fly-monitoring/testing/engines';
import { parse } from 'yaml';
import type { JobFolders } from './workspace.js';

export interface Annotated {
  readonly level: string;
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: string;
}

export interface ActionRun {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Both streams without the lines that tell the runner what to mask: what would stand there if masking failed. */
  readonly log: string;
  /** Every value the runner was told to mask. */
  readonly masked: readonly string[];
  readonly annotations: readonly Annotated[];
}

export interface ActionCall {
  /** The action's folder inside the workspace; "." is the root action. */
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly folders: JobFolders;
  /** PATH and what else the computer of the runner has; secrets come as inputs. */
  readonly machine: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export function readManifest(folder: string): Manifest {
  return parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Manifest;
}

/** Runs an action's bundle as GitHub's runner does: a child process that knows nothing but the runner's environment. */
export async function runAction(call: ActionCall): Promise<ActionRun> {
  const { action, folders } = call;
  const folder = join(folders.workspace, action);
  const manifest = readManifest(folder);
  const commands = mkdtempSync(join(folders.temp, '_runner_file_commands-'));
  const [outputFile, summaryFile] = [join(commands, 'output'), join(commands, 'summary')];
  for (const file of [outputFile, summaryFile]) writeFileSync(file, '');
  const env = {
    ...call.machine,
    ...runnerEnvironment(folders),
    ...inputEnvironment(manifest, call.inputs),
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
  };
  const child = spawn(nodeOf(manifest.runs.using), [join(folder, manifest.runs.main)], {
    cwd: folders.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const lines = printed.split('\n');
  return {
    exitCode,
    outputs: parseOutputs(readFileSync(outputFile, 'utf8')),
    summary: readFileSync(summaryFile, 'utf8'),
    log: lines.filter((line) => !line.startsWith('::add-mask::')).join('\n'),
    masked: lines.flatMap((line) => (line.startsWith('::add-mask::') ? [decodeCommand(line.slice(12))] : [])),
    annotations: lines.flatMap(parseAnnotation),
  };
}

function nodeOf(using: string): string {
  const engine = using === 'node24' ? findEngine('node-24') : undefined;
  return engine?.found === true ? engine.path : process.execPath;
}

function runnerEnvironment(folders: JobFolders): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folders.workspace,
    GITHUB_REPOSITORY: 'acme/fechatter',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '4f1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '1234567890',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'octocat',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.toolCache,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    HOME: folders.home,
  };
}

/** Every declared input is there, with its default or empty; names keep their hyphens. */
function inputEnvironment(manifest: Manifest, given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default ?? ''] as const);
  const all = { ...Object.fromEntries(defaults), ...given };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

/** `name<<delimiter`, the lines of the value, `delimiter`. */
function parseOutputs(text: string): Record<string, string> {
  const values = [...text.matchAll(/^([^\n]+?)<<(ghadelimiter_[^\n]+)\n([\s\S]*?)\n\2$/gm)];
  return Object.fromEntries(values.map(([, name, , value]) => [name ?? '', value ?? '']));
}

function parseAnnotation(line: string): readonly Annotated[] {
  const match = /^::(notice|warning|error)(?: ([^:]*))?::(.*)$/.exec(line);
  if (match === null) return [];
  const [, level = '', properties = '', message = ''] = match;
  const pairs = properties.split(',').map((pair) => {
    const cut = pair.indexOf('=');
    return [pair.slice(0, cut), decodeCommand(pair.slice(cut + 1))] as const;
  });
  return [{ level, message: decodeCommand(message), ...Object.fromEntries(pairs.filter(([name]) => name !== '')) }];
}

function decodeCommand(text: string): string {
  const characters: Readonly<Record<string, string>> = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' };
  return text.replace(/%(25|0D|0A|3A|2C)/g, (code) => characters[code] ?? code);
}

import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fetchedPath, fetchedVersion } from './place.js';
import { type Engine, type EngineName, engines } from './table.js';

export type EngineLookup =
  | { readonly found: true; readonly path: string; readonly version: string }
  | { readonly found: false; readonly reason: string };

const answerTimeoutMs = 20_000;
/** A shell answers so when a program is not there or cannot run. */
const shellFailures = new Set([126, 127]);

/** The unpacked engine, else a fitting one on PATH, else one sentence that says how to get it. */
export function findEngine(name: EngineName): EngineLookup {
  const version = fetchedVersion(name);
  if (version !== undefined && isUsable(engines[name], fetchedPath(name)))
    return { found: true, path: fetchedPath(name), version };
  return findOnPath(engines[name]) ?? { found: false, reason: howToGet(name) };
}

/** The project's own version, without what a distribution adds to it: 3.5.3 of 3.5.3+ds1-6. */
export function upstreamVersion(version: string): string {
  return /\d+\.\d+\.\d+/.exec(version)?.[0] ?? version;
}

/** The version an executable answers with, or undefined when it is not the engine that is wanted. */
export function askVersion(engine: Engine, path: string): string | undefined {
  const answer = spawnSync(path, [engine.versionArgument], { encoding: 'utf8', timeout: answerTimeoutMs });
  if (answer.error || answer.signal || shellFailures.has(answer.status ?? 0)) return undefined;
  const match = engine.answers.exec(`${answer.stdout}${answer.stderr}`);
  return match ? (match[1] ?? 'unknown') : undefined;
}

function findOnPath(engine: Engine): EngineLookup | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const path of folders.flatMap((folder) => engine.commands.map((command) => join(folder, command)))) {
    const version = isExecutable(path) ? askVersion(engine, path) : undefined;
    if (version !== undefined) return { found: true, path, version };
  }
  return undefined;
}

/** Whether it may be started, or entered. */
export function isUsable({ isFolder }: Engine, path: string): boolean {
  return isExecutable(path) && statSync(path).isDirectory() === (isFolder === true);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function howToGet(name: EngineName): string {
  const engine: Engine = engines[name];
  const otherwise = engine.isFolder ? '' : `, or put it on PATH from ${engine.homepage}`;
  return `${name} is not here: run "node scripts/engines.mjs ${name}" (Debian or Ubuntu)${otherwise}.`;
}

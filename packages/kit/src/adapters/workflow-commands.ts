import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';

/**
 * The commands of GitHub's runner that an action needs, as @actions/core writes them; a test compares the two. The
 * toolkit itself loads its OIDC client together with an HTTP stack, which took longer than all else of a start.
 */
export type CommandProperties = Readonly<Record<string, string | number>>;

/** Writes `::name key=value,key=value::message`. */
export function issueCommand(name: string, properties: CommandProperties, message: string): void {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  process.stdout.write(`::${[name, list.join()].filter(Boolean).join(' ')}::${escapeMessage(message)}${EOL}`);
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export function printLine(line: string): void {
  process.stdout.write(`${line}${EOL}`);
}

export async function printGroup<T>(name: string, body: () => Promise<T>): Promise<T> {
  issueCommand('group', {}, name);
  try {
    return await body();
  } finally {
    issueCommand('endgroup', {}, '');
  }
}

/** The delimiter is drawn, so that no value can end itself early and add an output of its own. */
export function setOutput(name: string, value: string): void {
  const file = process.env['GITHUB_OUTPUT'] ?? '';
  const delimiter = `ghadelimiter_${randomUUID()}`;
  if (file !== '') appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`);
  else setOutputOfOldRunners(name, value);
}

function setOutputOfOldRunners(name: string, value: string): void {
  process.stdout.write(EOL);
  issueCommand('set-output', { name }, value);
}

/** @returns without a word where the runner has no summary, as on old GitHub Enterprise servers */
export function addToSummary(markdown: string): void {
  const file = process.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (file !== '') appendFileSync(file, `${markdown}${EOL}`);
}

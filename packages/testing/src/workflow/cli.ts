#!/usr/bin/env node
import path from 'node:path';
import { parseCli, USAGE } from './cli-options.js';
import { WorkflowStartError } from './errors.js';
import type { JobResult, LogLine, RunOptions } from './options.js';
import { runWorkflow } from './run-workflow.js';

const COLOURS = [36, 35, 33, 34, 32, 96, 95] as const;
const MARKS = { success: '✓', failure: '✗', cancelled: '⊘', skipped: '–' } as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const parsed = parseCli(process.argv.slice(2), process.env);
  if (parsed.kind === 'usage') {
    (parsed.problem === undefined ? process.stdout : process.stderr).write(`${parsed.problem ?? ''}\n${USAGE}`);
    return parsed.problem === undefined ? 0 : 2;
  }
  const { options } = parsed;
  const { name, folder } = options.repository;
  return await runAndTell({ ...options, repository: { name, folder: path.resolve(folder) } });
}

async function runAndTell(options: RunOptions): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  try {
    const run = await runWorkflow({ ...options, signal: stop.signal, onLine: printer() });
    process.stdout.write(`\n${tableOf(run.jobs, '').join('\n')}\n\nThe workflow ended with ${run.result}.\n`);
    return run.result === 'success' ? 0 : 1;
  } catch (error) {
    if (error instanceof WorkflowStartError) {
      process.stderr.write(`The workflow was not started:\n${error.problems.map((one) => `  ${one}`).join('\n')}\n`);
      return 2;
    }
    throw error;
  }
}

/** Jobs run side by side, so every line says whose it is. */
function printer(): (line: LogLine) => void {
  const jobs: string[] = [];
  return ({ job, text }) => {
    const index = jobs.includes(job) ? jobs.indexOf(job) : jobs.push(job) - 1;
    const name = painted(job, COLOURS[index % COLOURS.length] ?? 36);
    if (text !== '##[endgroup]') {
      process.stdout.write(`${name} │ ${readable(text)}\n`);
    }
  };
}

function readable(text: string): string {
  return text
    .replace(/^##\[group\](.*)$/, (_, title: string) => painted(`▸ ${title}`, 1))
    .replace(/^##\[error\](.*)$/, (_, message: string) => painted(`error: ${message}`, 31))
    .replace(/^##\[(warning|notice)\](.*)$/, (_, level: string, message: string) =>
      painted(`${level}: ${message}`, 33),
    );
}

function painted(text: string, colour: number): string {
  return process.stdout.isTTY ? `\u001b[${colour}m${text}\u001b[0m` : text;
}

function tableOf(jobs: Readonly<Record<string, JobResult>>, indent: string): readonly string[] {
  return Object.values(jobs).flatMap((job) => {
    const seconds = ((job.endedAtMs - job.startedAtMs) / 1000).toFixed(1);
    const outputs = Object.entries(job.outputs).map(([name, value]) => `${name}=${value}`);
    const row = `${indent}${MARKS[job.result]} ${job.name}  ${job.result}  ${seconds} s  ${outputs.join('  ')}`;
    return [row.trimEnd(), ...tableOf(job.jobs, `${indent}  `)];
  });
}

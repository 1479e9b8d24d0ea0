import { Redactor, type StageReport, terminalLog } from '@fly-monitoring/kit';
import { expect } from '@jest/globals';
import { gitHubLog } from '../../kit/src/adapters/github-log.js';
import { forgedCommands, liveMarkup, unseenCharacters } from './hostile-text.js';

/** Expects of a report and of the progress before it that nothing foreign in them is obeyed by anything. */
export function expectHarmless(report: StageReport, progress: readonly string[]): void {
  expect(liveMarkup(report.summary)).toEqual([]);
  // The command line prints these lines as they are.
  expect(forgedCommands(report.lines.join('\n'))).toEqual([]);
  expect(unseenCharacters(report.lines.join(''))).toEqual([]);
  const terminal: string[] = [];
  const log = terminalLog(new Redactor(), { write: (line) => terminal.push(line) });
  for (const line of [...progress, ...report.lines]) log.info(line);
  for (const annotation of report.annotations) log.annotate(annotation);
  for (const printed of [terminal.join('\n'), printedForGitHub(report, progress)]) {
    expect(forgedCommands(printed)).toEqual([]);
    expect(unseenCharacters(printed)).toEqual([]);
  }
}

function printedForGitHub(report: StageReport, progress: readonly string[]): string {
  const { write } = process.stdout;
  let printed = '';
  process.stdout.write = (text: string | Uint8Array) => {
    printed += String(text);
    return true;
  };
  try {
    const log = gitHubLog(new Redactor());
    for (const line of [...progress, ...report.lines]) log.info(line);
    for (const annotation of report.annotations) log.annotate(annotation);
  } finally {
    process.stdout.write = write;
  }
  return printed;
}

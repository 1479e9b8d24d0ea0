import type { ProcessOutcome } from '@fly-monitoring/kit';
import { type FailureKind, type FailureText, ownTexts, topicTexts } from './failure-texts.js';

export type { FailureKind };

export interface FlyFailure {
  readonly kind: FailureKind;
  /** What flyctl wrote from its message on, without colours. */
  readonly said: string;
  readonly afterMs?: number;
}

type Exited = ProcessOutcome & { readonly kind: 'exited' };

/** Undefined when the command ended well. */
export function failureOf(outcome: ProcessOutcome): FlyFailure | undefined {
  switch (outcome.kind) {
    case 'not-found':
      return { kind: 'not-found', said: `${outcome.file} was not found` };
    case 'timed-out':
      return {
        kind: 'timed-out',
        said: lastLines(plain(outcome.stderr) || plain(outcome.stdout)),
        afterMs: outcome.afterMs,
      };
    case 'exited':
      return outcome.exitCode === 0 ? undefined : readFailure(outcome);
  }
}

function readFailure(outcome: Exited): FlyFailure {
  const said = linesOf(plain(outcome.stderr));
  const lines = said.some((line) => line.startsWith(prefix)) ? said : [...said, ...progressFailures(outcome)];
  const messages = lines.flatMap((line, index) => (line.startsWith(prefix) ? [{ index, line }] : []));
  const own = findOwn(messages.map(({ line }) => line.slice(prefix.length)));
  const at = messages[own?.position ?? 0];
  const message = at?.line.slice(prefix.length) ?? '';
  const kind = refine(own?.kind ?? topicOf(message) ?? kindOfExit(outcome), outcome);
  return { kind, said: excerpt({ kind, lines, from: at?.index, stdout: plain(outcome.stdout) }) };
}

/** F internal/cli/cli.go:153-175: the message, and behind it a suggestion that may hold a program's log. */
const prefix = 'Error: ';

/**
 * When one group fails while another one still waits, flyctl ends as if it were cancelled: with 127, without a message,
 * and the reason stands among its progress on standard output (F internal/command/deploy/plan.go).
 */
function progressFailures({ stdout }: Exited): readonly string[] {
  const failures = linesOf(plain(stdout)).flatMap((line) => /^\s*✖.*? failed: (.+)$/.exec(line)?.[1] ?? []);
  return failures.map((reason) => `${prefix}${reason}`);
}

interface Found {
  readonly kind: FailureKind;
  /** In the list of messages. */
  readonly position: number;
}

/**
 * The most telling message that begins as only flyctl's do. A program's log may hold lines that begin with `Error: `
 * too, before flyctl's own (a release command's) and behind it (a smoke check's), so the order of lines says nothing.
 */
function findOwn(messages: readonly string[]): Found | undefined {
  for (const { kind, words } of ownTexts) {
    const position = messages.findIndex((message) => words.test(message));
    if (position >= 0) return { kind, position };
  }
  return undefined;
}

function topicOf(message: string): FailureKind | undefined {
  return topicTexts.find(({ words }: FailureText) => words.test(message))?.kind;
}

/** F main.go: 126 when a deadline of flyctl's own has passed. */
const deadlineExitCode = 126;

function kindOfExit({ exitCode }: Exited): FailureKind {
  return exitCode === deadlineExitCode ? 'timed-out' : 'other';
}

/** The heartbeat of the builder is a warning on standard output, and the message behind it does not say so. */
function refine(kind: FailureKind, { stdout }: Exited): FailureKind {
  const heartbeat = /^\s*WARN\b.*Failed to start remote builder heartbeat/m;
  return kind === 'build-failed' && heartbeat.test(plain(stdout)) ? 'builder-trouble' : kind;
}

const mostLines = 12;

interface Excerpt {
  readonly kind: FailureKind;
  readonly lines: readonly string[];
  /** Line of the message; undefined when there is none. */
  readonly from: number | undefined;
  readonly stdout: string;
}

/** The first lines from the message on: behind it a long log may follow, whose end says less than its beginning. */
function excerpt({ kind, lines, from, stdout }: Excerpt): string {
  // F internal/command/deploy/deploy.go:761: why a configuration is refused stands on standard output.
  if (kind === 'config-refused') return [lines[from ?? 0] ?? '', lastLines(stdout)].join('\n');
  if (from === undefined) return lastLines(lines.length > 0 ? lines.join('\n') : stdout);
  const behind = lines.slice(from, from + mostLines);
  // The log of a release command stands before the message.
  return kind.startsWith('release-command-')
    ? [...lines.slice(Math.max(0, from - mostLines), from), ...behind].join('\n')
    : behind.join('\n');
}

function lastLines(text: string): string {
  return linesOf(text).slice(-mostLines).join('\n');
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}

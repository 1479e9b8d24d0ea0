import { FamilyCollector } from './family-collector.js';
import { LineReader, readSample, WrongLine } from './line-reader.js';
import type { Exposition, ExpositionFormat, ExpositionProblem, MetricType } from './types.js';

const mostProblems = 20;
const openMetricsEnd = '# EOF';
const types: readonly MetricType[] = [
  'counter',
  'gauge',
  'histogram',
  'summary',
  'untyped',
  'unknown',
  'info',
  'stateset',
  'gaugehistogram',
];

/** Reads a body of /metrics: text format 0.0.4, or OpenMetrics, which is told by its last line. */
export function parseExposition(text: string): Exposition {
  const lines = text.split('\n');
  const format: ExpositionFormat = text.trimEnd().endsWith(`\n${openMetricsEnd}`) ? 'openmetrics' : 'prometheus';
  const collector = new FamilyCollector(format);
  const problems: ExpositionProblem[] = [];
  for (const [index, line] of lines.entries()) {
    const message = readLine(line, collector);
    if (message !== undefined && problems.length < mostProblems) problems.push({ line: index + 1, message });
  }
  if (lines.at(-1) !== '' && problems.length < mostProblems) {
    problems.push({ line: lines.length, message: 'the last line must end with a line feed' });
  }
  return { format, families: collector.families(), problems };
}

/** @returns what is wrong with the line */
function readLine(line: string, collector: FamilyCollector): string | undefined {
  try {
    if (line.trim() === '') return undefined;
    if (line.startsWith('#')) return readComment(line, collector);
    // OpenMetrics writes seconds where the older format writes milliseconds.
    return collector.addSample(readSample(line, collector.format === 'openmetrics' ? 1_000 : 1));
  } catch (error) {
    if (error instanceof WrongLine) return error.message;
    throw error;
  }
}

function readComment(line: string, collector: FamilyCollector): string | undefined {
  const reader = new LineReader(line.slice(1));
  reader.skipBlanks();
  const keyword = reader.word();
  if (keyword !== 'TYPE' && keyword !== 'HELP' && keyword !== 'UNIT') return undefined;
  reader.skipBlanks();
  const name = reader.name('metric name');
  reader.take(' ');
  const rest = reader.rest();
  if (keyword === 'HELP') return collector.setHelp(name, unescapeHelp(rest));
  if (keyword === 'UNIT') return collector.setUnit(name, rest.trim());
  const type = types.find((known) => known === rest.trim());
  return type === undefined ? `the type of ${name} must be one of ${types.join(', ')}` : collector.setType(name, type);
}

function unescapeHelp(text: string): string {
  return text.replace(/\\(.)/g, (pair, character: string) =>
    character === 'n' ? '\n' : character === '\\' || character === '"' ? character : pair,
  );
}

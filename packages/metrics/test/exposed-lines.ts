import { expect } from '@jest/globals';
import type { Registry } from 'prom-client';
import type { Exposition } from '../src/exposition/exposition.js';

type TextFormat = 'text' | 'openmetrics';

/** What a scraper is sent, by piece. */
export async function exposedPieces(exposition: Exposition, format: TextFormat): Promise<string[]> {
  const reader = exposition.open({ format, gzip: false });
  const pieces: string[] = [];
  for (let chunk = await reader.next(); chunk !== undefined; chunk = await reader.next()) {
    pieces.push(chunk.bytes.toString());
    chunk.giveBack();
  }
  reader.leave();
  return pieces;
}

/** The same by line. */
export async function exposedLines(exposition: Exposition, format: TextFormat): Promise<string[]> {
  return nonEmptyLines((await exposedPieces(exposition, format)).join(''));
}

/** Scrapes once in each format, and expects what prom-client says of the same registry: it asks for all values again. */
export async function expectAsByPromClient(
  exposition: Exposition,
  registry: Registry,
  formats: readonly TextFormat[],
): Promise<void> {
  for (const format of formats)
    expect((await exposedLines(exposition, format)).map(withSortedLabels)).toEqual(
      nonEmptyLines(await registry.metrics()).map(withSortedLabels),
    );
}

/** Lines that say something about a metric. */
export function nonEmptyLines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && line !== '# EOF');
}

/** Their order means nothing. */
export function withSortedLabels(line: string): string {
  const labels = line.match(/[a-z_]+="(?:[^"\\]|\\.)*"/gs);
  return line.startsWith('#') || labels === null
    ? line
    : `${line.split('{')[0]} ${labels.sort().join()} ${line.split(' ').at(-1)}`;
}

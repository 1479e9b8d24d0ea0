import type { Exposition } from '../src/exposition/exposition.js';

/** What a scraper is sent, by line. */
export async function exposedLines(exposition: Exposition, format: 'text' | 'openmetrics'): Promise<string[]> {
  const reader = exposition.open({ format, gzip: false });
  let text = '';
  for (let chunk = await reader.next(); chunk !== undefined; chunk = await reader.next()) {
    text += chunk.bytes.toString();
    chunk.giveBack();
  }
  reader.leave();
  return nonEmptyLines(text);
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

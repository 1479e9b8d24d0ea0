import { cutMiddle, onOneLine, visible } from './foreign-text.js';

/** GitHub refuses a step summary of more bytes (1 MiB by file size); what is over is not uploaded at all. */
export const summaryLimitBytes = 1_048_576;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text from servers and files as one line of plain text, in a cell, an item or a paragraph: no markup, no image, no
 * link with a text of its own, no mention. A bare address stays one to click: it leads where it says.
 */
export function escapeCell(text: string): string {
  return (
    onOneLine(text)
      .replace(/[&<>]/g, (character) => entities[character] ?? character)
      .replace(/([\\`*_[\]|~$])/g, '\\$1')
      .replace(/^(#{1,6}(?= |$)|[-+](?= |$)|-{2,}|=+)/, '\\$1')
      .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')
      // GitHub looks for mentions after the escapes are resolved; a space without width is what its own bots use.
      .replace(/(?<!\w)@(?=\w)/g, '@&#8203;')
  );
}

/** Inside a line; an element, because a code span whose end is cut off would set its content free. */
export function inlineCode(text: string): string {
  return `<code>${escapeCell(text)}</code>`;
}

/** Lines as they are, in a fence longer than any run of backticks in them. */
export function codeBlock(text: string): string {
  const seen = visible(text);
  const longestRun = Math.max(2, ...(seen.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}text\n${seen}\n${fence}`;
}

/** A link to a web address; the text alone when it is none. */
export function markdownLink(text: string, address: string): string {
  const shown = escapeCell(text);
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return shown;
  return `[${shown}](${new URL(address).href.replace(/[()[\]|<>\\`*_~$@]/g, percentEncode)})`;
}

function percentEncode(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** A table; cells are raw Markdown: escape what comes from outside. No rows, no table. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A table for a terminal: columns padded, no borders, one line a row whatever the cells hold. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [header, ...rows].map((row) => row.map(onOneLine));
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** A longer line is one huge answer, and would push out everything below it. */
const longestSummaryLine = 16_384;

/** When it does not fit: cuts the middle of huge lines, then whole lines off the end, and says how much. In bytes. */
export function trimSummary(markdown: string, limitBytes: number = summaryLimitBytes): string {
  const sizeBytes = Buffer.byteLength(markdown);
  if (sizeBytes <= limitBytes) return markdown;
  const longestLine = Math.min(longestSummaryLine, Math.floor(limitBytes / 4));
  const cut = markdown.split('\n').map((line) => cutMiddle(line, longestLine));
  if (Buffer.byteLength(cut.join('\n')) <= limitBytes) return cut.join('\n');
  const note = (bytes: number) => `\n\n_Cut: ${bytes} of ${sizeBytes} bytes are left out here; look at the log._\n`;
  const kept = linesWithin(cut, limitBytes - Buffer.byteLength(note(sizeBytes)));
  return kept + note(sizeBytes - Buffer.byteLength(kept));
}

/** As many lines as fit; a fence that is open after them is closed, or the note would stand in its code. */
function linesWithin(lines: readonly string[], limitBytes: number): string {
  const kept: string[] = [];
  let sizeBytes = 0;
  let fence = '';
  for (const line of lines) {
    const nextFence = fenceAfter(line, fence);
    sizeBytes += Buffer.byteLength(line) + 1;
    if (sizeBytes + Math.max(fence.length, nextFence.length) > limitBytes) break;
    kept.push(line);
    fence = nextFence;
  }
  return [...kept, ...(fence === '' ? [] : [fence])].join('\n');
}

/** The fence that is open below the line; empty when there is none. */
function fenceAfter(line: string, open: string): string {
  if (open === '') return /^`{3,}/.exec(line)?.[0] ?? '';
  return /^`+$/.test(line) && line.length >= open.length ? '' : open;
}

/** GitHub refuses a step summary of more bytes (1 MiB by file size); what is over is not uploaded at all. */
export const summaryLimitBytes = 1_048_576;

/** Text from servers and files, made safe inside a table cell: no markup, no line break, no cell border. */
export function escapeCell(text: string): string {
  return text
    .replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c)
    .replace(/([\\`*_[\]|])/g, '\\$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A table; cells are raw Markdown: escape what comes from outside. No rows, no table. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A table for a terminal: columns padded, no borders. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Cuts whole lines off the end until it fits, and says so; counted in bytes, as the runner does. */
export function trimSummary(markdown: string, limitBytes: number = summaryLimitBytes): string {
  if (Buffer.byteLength(markdown) <= limitBytes) return markdown;
  const note = '\n\n_Cut: the whole of it is in the log._\n';
  const kept = Buffer.from(markdown)
    .subarray(0, limitBytes - Buffer.byteLength(note))
    .toString('utf8');
  return kept.slice(0, Math.max(0, kept.lastIndexOf('\n'))) + note;
}

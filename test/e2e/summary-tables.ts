/** The rows of the table that begins with this heading, by column; escapes are taken away. */
export function tableRows(markdown: string, heading: string): readonly Readonly<Record<string, string>>[] {
  const lines = markdown.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  if (at < 0) throw new Error(`The summary has no table that begins with "${heading}":\n${markdown}`);
  const names = cellsOf(lines[at] ?? '');
  const end = lines.findIndex((line, index) => index > at && !line.startsWith('|'));
  const rows = lines.slice(at + 2, end < 0 ? undefined : end);
  return rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, index) => [names[index] ?? '', cell])));
}

function cellsOf(row: string): readonly string[] {
  const cells = row.slice(1, -1).split(/(?<!\\)\|/);
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/\\([^\w\s])/g, '$1')
      .replaceAll('\\_', '_'),
  );
}

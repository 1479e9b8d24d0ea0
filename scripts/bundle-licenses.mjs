// ncc's licence plugin writes one file for each chunk. Under one name the last chunk's would take the place of all
// others, so each gets a name of its own, and they are brought together here.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The template for ncc's option `--license`. */
export const chunkLicenses = '[id].licenses.txt';

/** First lines of a package's entry: its name and its licence, as installed. */
export function entryHeads(lock) {
  const packages = Object.entries(lock.packages).map(([path, { name, license }]) => [
    name ?? path.split('node_modules/').at(-1),
    license,
  ]);
  return new Set(packages.map(([name, license]) => `${name}\n${license}`));
}

/** @returns every entry of every text once, by the name of its package */
export function mergeLicenses(texts, heads) {
  const entries = new Set(texts.flatMap((text) => splitEntries(text, heads)));
  return `${[...entries].sort().join('\n\n')}\n`;
}

function splitEntries(text, heads) {
  const lines = text.trimEnd().split('\n');
  const starts = lines.flatMap((line, index) => {
    const follows = index === 0 || lines[index - 1] === '';
    return follows && heads.has(`${line}\n${lines[index + 1]}`) ? [index] : [];
  });
  if (starts[0] !== 0) throw new Error(`"${lines[0]}" is not a package of package-lock.json: run "npm ci".`);
  return starts.map((start, index) =>
    lines
      .slice(start, starts[index + 1])
      .join('\n')
      .trimEnd(),
  );
}

/** Replaces the files of the chunks in `out` by one licenses.txt. */
export function writeLicenses(out, lock) {
  const suffix = chunkLicenses.replace('[id]', '');
  const files = readdirSync(out).filter((name) => name.endsWith(suffix));
  const texts = files.map((name) => readFileSync(join(out, name), 'utf8'));
  for (const name of files) rmSync(join(out, name));
  writeFileSync(join(out, 'licenses.txt'), mergeLicenses(texts, entryHeads(lock)));
}

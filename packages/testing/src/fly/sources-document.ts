import { behaviourTable, cell } from '../conformance/behaviour.js';
import { type MisbehaviourKind, TROUBLES, troubleOf } from './misbehaviour-table.js';
import { BEHAVIOURS } from './sources.js';

const BEGIN = '<!-- behaviours: written by "npm run generate" from sources.ts and misbehaviour-table.ts -->';
const END = '<!-- end of behaviours -->';

/** The README with its part about behaviours as the tables have it. */
export function withBehaviours(readme: string): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`the README of the stand-in has no "${BEGIN}" before "${END}"`);
  return `${readme.slice(0, from)}${BEGIN}\n\n${renderBehaviours()}\n${readme.slice(to)}`;
}

function renderBehaviours(): string {
  const topics = Object.entries(BEHAVIOURS).map(([topic, listed]) => `### ${topic}\n\n${behaviourTable(listed, code)}`);
  return `${topics.join('\n')}\n### Misbehaviour\n\n${troubleTable()}`;
}

function troubleTable(): string {
  const kinds = Object.keys(TROUBLES).filter((kind): kind is MisbehaviourKind => kind in TROUBLES);
  const rows = kinds.map((kind) => {
    const { exitCode, leaves, source } = troubleOf(kind);
    return `| \`${kind}\` | ${exitCode} | ${cell(leaves)} | ${cell(source)} |\n`;
  });
  return `| kind | exit | what it leaves | known from |\n| --- | --- | --- | --- |\n${rows.join('')}`;
}

function code(source: string): string {
  return /^[FG] /.test(source) ? `\`${cell(source)}\`` : cell(source);
}

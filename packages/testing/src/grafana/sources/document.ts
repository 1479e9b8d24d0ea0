import { type Behaviour, behaviourTable, cell } from '../../conformance/behaviour.js';
import { BEHAVIOURS } from './behaviours.js';
import { MISBEHAVIOUR_SOURCES } from './misbehaviours.js';
import { ROUTE_SOURCES } from './routes.js';

const BEGIN = '<!-- behaviours: written by "npm run generate" from sources/ -->';
const END = '<!-- end of behaviours -->';

/** The README with its part about behaviours as the tables have it. */
export function withGrafanaBehaviours(readme: string): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`the README of the stand-in has no "${BEGIN}" before "${END}"`);
  return `${readme.slice(0, from)}${BEGIN}\n\n${renderBehaviours()}\n${readme.slice(to)}`;
}

function renderBehaviours(): string {
  const topics: readonly (readonly [string, readonly Behaviour[]])[] = Object.entries(BEHAVIOURS);
  const told = topics.map(([topic, listed]) => `### ${topic}\n\n${behaviourTable(listed, shown)}`);
  const routes = Object.entries(ROUTE_SOURCES).map(([route, source]) => ({ what: `\`${route}\``, sources: [source] }));
  const ways = Object.entries(MISBEHAVIOUR_SOURCES).map(([kind, { what, ...rest }]) => ({
    ...rest,
    what: `\`${kind}\`: ${what}`,
  }));
  return [
    ...told,
    `### Misbehaviour\n\n${behaviourTable(ways, shown)}`,
    `### Routes\n\n${behaviourTable(routes, shown)}`,
  ].join('\n');
}

function shown(source: string): string {
  return /^(pkg|docs)\//.test(source) ? `\`${cell(source)}\`` : cell(source);
}

import { checkTable } from '../checks/check-table.js';

const begin = '<!-- checks: written by "npm run generate" from the README of each check -->';
const end = '<!-- end of checks -->';

/** The README that lies beside a check; two checks of one remote share a folder. */
function readmeOf(name: string): string {
  const folder = name.startsWith('remote-') ? 'remote' : name;
  return `packages/verify/src/checks/${folder}/README.md`;
}

/** As reports name it: there is one check for each job. */
function shownName(name: string): string {
  return name === 'jobs' ? 'job:<name>' : name;
}

/**
 * The page about the report with the table of checks, each row from the README of the check.
 * @throws Error when a check has no README, or it does not say what the check proves
 */
export function withChecks(page: string, read: (path: string) => string): string {
  const rows = checkTable.map(({ name }) => rowOf(shownName(name), read(readmeOf(name))));
  const table = ['| name | proves | adds |', '|---|---|---|', ...rows].join('\n');
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`The page has no place between "${begin}" and "${end}".`);
  return `${page.slice(0, before)}${begin}\n${table}\n${page.slice(after)}`;
}

function rowOf(name: string, readme: string): string {
  const [, section = ''] = readme.split(`# \`${name}\``);
  const own = section.split(/^# /m)[0] ?? '';
  const proves = paragraph(own, 'Proves');
  if (proves === undefined) throw new Error(`The README of the check "${name}" does not say what it proves.`);
  return `| \`${name}\` | ${proves} | ${paragraph(own, 'Adds to the report') ?? ''} |`;
}

function paragraph(text: string, title: string): string | undefined {
  return new RegExp(`\\*\\*${title}:\\*\\* (.*)`).exec(text)?.[1];
}

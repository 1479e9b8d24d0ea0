import { escapePattern } from '@fly-monitoring/kit';

/** What one entry of the input means. */
export type FileChoice =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** `below` is the folder to look in; paths in `matches` begin there. */
  | { readonly kind: 'pattern'; readonly below: string; readonly matches: (path: string) => boolean };

/** `dashboards`, `dashboards/one.json` or `dashboards/**\/*.json`. */
export function parseFileChoice(entry: string): FileChoice {
  const path = entry.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  if (!/[*?]/.test(path)) return { kind: /\.json$/i.test(path) ? 'file' : 'folder', path: path === '' ? '.' : path };
  const parts = path.split('/');
  const wild = parts.findIndex((part) => /[*?]/.test(part));
  const pattern = patternOf(parts.slice(wild).join('/'));
  const matches = (candidate: string) => pattern.test(candidate) && !isForeign(candidate);
  return { kind: 'pattern', below: parts.slice(0, wild).join('/') || '.', matches };
}

/** Whether a folder given as such means this file: its own JSON files, not those of folders inside. */
export function isFolderDashboard(path: string): boolean {
  return /^[^/]+\.json$/i.test(path) && !isForeign(path);
}

/** JSON that lives beside dashboards written as code, and is none; and copies of dashboards before an overwrite. */
function isForeign(path: string): boolean {
  return /(^|\/)(node_modules\/|\.cache\/|package(-lock)?\.json$|tsconfig[^/]*\.json$)/.test(path);
}

/** `**` crosses folders, `*` and `?` do not. */
function patternOf(glob: string): RegExp {
  const source = glob.replace(/(?:\*\*\/)+|\*\*+|\*|\?|./gsu, (token) => {
    if (token.endsWith('**/')) return '(?:.*/)?';
    if (token.startsWith('**')) return '.*';
    if (token === '*') return '[^/]*';
    return token === '?' ? '[^/]' : escapePattern(token);
  });
  return new RegExp(`^${source}$`, 'su');
}

import { join } from 'node:path';
import type { ToolCache } from '../ports.js';

/**
 * Run when it is needed, as most runs find flyctl on PATH. Eager, which is a word to the bundler: as a file of its own
 * it would take the place of all other packages' licences in licenses.txt.
 */
const load = () => import(/* webpackMode: "eager" */ '@actions/tool-cache');

/**
 * The tool cache of GitHub's runner. Only for actions: it writes `::debug::` lines to standard output, where the
 * command line prints JSON.
 */
export const actionsToolCache: ToolCache = {
  find: async ({ tool, version, arch, name }) => {
    if (!hasCache()) return undefined;
    const folder = (await load()).find(tool, version, arch);
    return folder === '' ? undefined : join(folder, name);
  },
  keep: async (path, { tool, version, arch, name }) => {
    if (hasCache()) await (await load()).cacheFile(path, name, tool, version, arch);
  },
};

/** A runner sets it; the toolkit throws without it. */
function hasCache(): boolean {
  return (process.env['RUNNER_TOOL_CACHE'] ?? '') !== '';
}

import { join } from 'node:path';
import type { ToolCache } from '../ports.js';

/** Loaded when it is needed, as most runs find flyctl on PATH: it brings an HTTP stack and a version grammar along. */
const load = () => import('@actions/tool-cache');

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

import { childProcesses, diskFiles, systemClock, undiciHttp } from '../../packages/kit/lib/index.js';
import { verifyTargets } from '../../packages/verify/lib/index.js';

/** The whole stage, as the action and the command line run it; `edges` replaces some of its ports. */
export async function runStage(given, workspace, edges = {}) {
  const context = {
    repository: 'bench',
    sha: undefined,
    ref: undefined,
    runLabel: 'bench',
    runUrl: undefined,
    actor: undefined,
    workspace,
  };
  const log = { info: () => {}, group: (_title, body) => body(), annotate: () => {} };
  const tools = {
    clock: systemClock,
    http: undiciHttp(),
    processes: childProcesses,
    files: diskFiles,
    log,
    context,
    protect: () => {},
    ...edges,
  };
  const raw = { given: { dashboards: '', ...given }, environment: {} };
  return (await verifyTargets.prepare(raw, tools)).run();
}

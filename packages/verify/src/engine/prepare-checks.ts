import type { PrepareContext } from '../check-module.js';
import { checkTable } from '../checks/check-table.js';
import type { ReadyCheck } from './check-session.js';

/** Reads what the checks need from the repository. @throws SuiteError */
export function prepareChecks(setup: PrepareContext): Promise<readonly ReadyCheck[]> {
  return Promise.all(
    checkTable.map(async (module) => ({
      module,
      prepared: await module.prepare(setup.inputs.forChecks, setup),
    })),
  );
}

import type { Preparing } from '../check-module.js';
import { checkTable } from '../checks/check-table.js';
import type { ReadyCheck } from './check-session.js';

/** Reads what the checks need from the repository. @throws SuiteError */
export function prepareChecks(preparing: Preparing): Promise<readonly ReadyCheck[]> {
  return Promise.all(
    checkTable.map(async (module) => ({
      module,
      prepared: await module.prepare(preparing.inputs.forChecks, preparing),
    })),
  );
}

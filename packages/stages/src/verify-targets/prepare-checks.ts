import type { Preparing } from './check-module.js';
import type { ReadyCheck } from './check-session.js';
import { checkTable } from './check-table.js';

/** Reads what the checks need from the repository. @throws SuiteError */
export function prepareChecks(preparing: Preparing): Promise<readonly ReadyCheck[]> {
  return Promise.all(
    checkTable.map(async (module) => ({
      module,
      prepared: await module.prepare(preparing.inputs.forChecks, preparing),
    })),
  );
}

export { explainRefusals } from './checks/jobs/explain-refusals.js';
export { isAllowed, parseAllowed } from './checks/panels/allowed-panels.js';
export { verifyTargets } from './stage.js';
export type { TargetsVerdict } from './targets/expectation.js';
export { askMachines } from './targets/machines.js';

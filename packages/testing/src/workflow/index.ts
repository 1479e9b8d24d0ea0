export { type Lint, lintAction, lintWorkflow } from './documents/lint.js';
export { WorkflowStartError } from './errors.js';
export type {
  Annotation,
  Concurrency,
  Environment,
  JobResult,
  LogLine,
  Result,
  RunOptions,
  StepResult,
  WorkflowResult,
} from './options.js';
export { runWorkflow } from './run-workflow.js';

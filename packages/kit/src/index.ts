export { childProcesses, interruptChildren } from './adapters/child-processes.js';
export { type Closing, closeOnSignals } from './adapters/close-on-signals.js';
export { diskFiles } from './adapters/disk-files.js';
export { endProcess, outliveReaders } from './adapters/end-process.js';
export { startGitHubStage } from './adapters/github-start.js';
export { liveBlock } from './adapters/live-block.js';
export { runStage } from './adapters/run-stage.js';
export { systemClock } from './adapters/system-clock.js';
export { terminalLog } from './adapters/terminal-log.js';
export { actionsToolCache } from './adapters/tool-cache.js';
export { undiciHttp } from './adapters/undici-http.js';
export { closeableClock, closeableEdges } from './closing.js';
export { withDeadline } from './deadline.js';
export { copiesOf, instructionsOf } from './dockerfile.js';
export { markedEnvironment } from './environment-place.js';
export { type ErrorCode, type ErrorCodeEntry, errorCodes } from './error-codes.js';
export { errorReport } from './error-report.js';
export * from './inputs/input-kinds.js';
export {
  camelCase,
  type InputSpec,
  type InputsOf,
  invalidInputs,
  parseInputs,
  type RawInputs,
} from './inputs/input-spec.js';
export { addressesAmong, insecureHttpInput, tellUnusedHosts } from './inputs/insecure-hosts.js';
export { parseWithRules } from './inputs/parse-with-rules.js';
export {
  type CredentialAddress,
  hostNames,
  plainHttpProblems,
  readableHost,
  type UnusedHost,
  unusedInsecureHosts,
} from './inputs/plain-http.js';
export { protectInputs } from './inputs/protect-inputs.js';
export {
  appConfig,
  appName,
  deadlineInput,
  flyctlInputs,
  monitoringConfig,
  releaseInput,
  sharedInputs,
} from './inputs/shared-inputs.js';
export { Interruption, isInterruption } from './interruption.js';
export type * from './ports.js';
export { joinErrors, Problems } from './problems.js';
export { Redactor, Secret, secretForms } from './secret.js';
export {
  asBoolean,
  asNumber,
  asText,
  asUnknown,
  either,
  fields,
  listOf,
  oneOf,
  type Read,
  readWhole,
  recordOf,
  WrongField,
} from './shape.js';
export type { PreparedStage, Stage, StageReport, StageTools } from './stage.js';
export {
  errorMessage,
  interruptedError,
  isSuiteError,
  SuiteError,
  type SuiteErrorFacts,
  toSuiteError,
} from './suite-error.js';
export { formatDuration, parseDuration } from './text/duration.js';
export { harmless, onOneLine, visible } from './text/foreign-text.js';
export {
  codeBlock,
  escapeCell,
  inlineCode,
  markdownLink,
  markdownTable,
  summaryLimitBytes,
  textTable,
  trimSummary,
} from './text/markdown.js';
export { nearestName } from './text/nearest.js';
export { escapePattern, pathGlobSource } from './text/text-pattern.js';
export { type Attempt, type WaitOutcome, type WaitPlan, waitUntil } from './wait-until.js';

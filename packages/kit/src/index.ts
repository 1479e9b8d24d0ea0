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
export { formatDuration, parseDuration } from './duration.js';
export { markedEnvironment } from './environment-place.js';
export { type ErrorCode, type ErrorCodeEntry, errorCodes } from './error-codes.js';
export { errorReport } from './error-report.js';
export { harmless, onOneLine, visible } from './foreign-text.js';
export * from './input-kinds.js';
export { camelCase, type InputSpec, type InputsOf, invalidInputs, parseInputs, type RawInputs } from './input-spec.js';
export { addressesAmong, insecureHttpInput, tellUnusedHosts } from './insecure-hosts.js';
export { Interruption, isInterruption } from './interruption.js';
export {
  codeBlock,
  escapeCell,
  inlineCode,
  markdownLink,
  markdownTable,
  summaryLimitBytes,
  textTable,
  trimSummary,
} from './markdown.js';
export { nearestName } from './nearest.js';
export { parseWithRules } from './parse-with-rules.js';
export {
  type CredentialAddress,
  hostNames,
  plainHttpProblems,
  readableHost,
  type UnusedHost,
  unusedInsecureHosts,
} from './plain-http.js';
export type * from './ports.js';
export { joinErrors, Problems } from './problems.js';
export { protectInputs } from './protect-inputs.js';
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
export {
  appConfig,
  appName,
  deadlineInput,
  flyctlInputs,
  monitoringConfig,
  releaseInput,
  sharedInputs,
} from './shared-inputs.js';
export type { PreparedStage, Stage, StageReport, StageTools } from './stage.js';
export {
  errorMessage,
  interruptedError,
  isSuiteError,
  SuiteError,
  type SuiteErrorFacts,
  toSuiteError,
} from './suite-error.js';
export { escapePattern, pathGlobSource } from './text-pattern.js';
export { type Attempt, type WaitOutcome, type WaitPlan, waitUntil } from './wait-until.js';

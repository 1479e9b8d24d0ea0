export { grafanaOrganisationInput } from './api/access-inputs.js';
export { grafanaAccessProblems } from './api/access-problems.js';
export { type AnnotationOutcome, ensureAnnotation, type NewAnnotation } from './api/annotations.js';
export type { Answer, Answered, FailureKind, GrafanaFailure } from './api/answer.js';
export { isOtherSchema, readDashboard, type StoredDashboard } from './api/dashboards/dashboards.js';
export { type DeleteOutcome, type DeleteRequest, deleteDashboard } from './api/dashboards/delete-dashboard.js';
export { readLastImport } from './api/dashboards/read-history.js';
export { type RecordedVersion, readSave, readVersion, type SavedVersion } from './api/dashboards/read-save.js';
export { type SaveOutcome, type SaveRequest, saveDashboard } from './api/dashboards/save-dashboard.js';
export { type FoundDashboard, listDashboards } from './api/dashboards/search-dashboards.js';
export {
  createDatasource,
  type Datasource,
  type DatasourceHealth,
  datasourceHealth,
  listDatasources,
  readDatasource,
  updateDatasource,
} from './api/datasources.js';
export { type Explanation, explainFailure, failureError } from './api/explain.js';
export {
  ensureFolderPath,
  type FolderPlace,
  findFolderPath,
  folderTitles,
  type MissingFolders,
} from './api/folder-path.js';
export { ensureFolder, type Folder, folderUidFor, listFolders, type NewFolder, readFolder } from './api/folders.js';
export {
  makeLibraryPanel,
  type NewLibraryPanel,
  replaceLibraryPanel,
  type StoredLibraryPanel,
} from './api/library-panels.js';
export { type PanelQuestion, queryPanel, queryValues, type ShownValue } from './api/query-panel.js';
export { type Organisation, readOrganisation, readPermissions } from './api/server-facts.js';
export {
  type GrafanaAccess,
  type GrafanaEdges,
  type GrafanaRequest,
  grafanaTransport,
  type Transport,
} from './api/transport.js';
export { WaitingForGrafana } from './api/waiting.js';
export { type AwakeGrafana, openLoginPage, type WakePlan, wakeGrafana } from './api/wake.js';
export { chooseDatasource, type DatasourceDecision, type DatasourceWish } from './datasource/choose-datasource.js';
export {
  datasourceUidFor,
  isGrafanaCloud,
  type KnownPrometheus,
  knownPrometheus,
  type NamedPrometheus,
  sameAddress,
} from './datasource/known-prometheus.js';
export { type DatasourceAuth, datasourceDifferences, type WantedDatasource } from './datasource/wanted-datasource.js';
export { dashboardDifference, shortDifference } from './difference/dashboard-difference.js';
export { canonicalDashboard, contentHash } from './document/canonical.js';
export type { DatasourceChoice } from './document/datasource-choice.js';
export { type DecodedText, decodeText } from './document/decode-text.js';
export { type DefaultValue, defaultValues } from './document/default-values.js';
export { type DatasourceReference, type PanelQuery, panelQueries } from './document/panel-queries.js';
export { allPanels } from './document/panels.js';
export { type DashboardDocument, type ParsedDashboard, parseDashboard } from './document/parse-dashboard.js';
export { resolveGrafanaMacros, resolveVariables, type VariableValue } from './document/resolve-macros.js';
export { type Substituted, substituteInputs } from './document/substitute-inputs.js';
export { type TemplateVariable, templateVariables } from './document/template-variables.js';
export { unknownDatasources } from './document/unknown-datasources.js';
export { type RenderedFile, renderFile } from './export/render-file.js';
export { type EditedDashboard, restoreDashboard } from './export/restore-dashboard.js';
export { type BadFile, badFileHint, invalid } from './files/bad-file.js';
export { type FoundDashboards, findDashboards, type Place, readDashboards } from './files/read-dashboards.js';
export { parseFileChoice } from './files/select-files.js';
export {
  type EnvironmentPlace,
  environmentTitle,
  environmentUid,
  type LinkChange,
  openedInEnvironment,
  placeInEnvironment,
  relinked,
} from './import/environment.js';
export { missingPermissions, type PlannedWrites } from './import/needed-permissions.js';
export {
  type ConflictCause,
  type ImportState,
  type ImportStep,
  type OverwriteMode,
  planImport,
} from './import/plan-import.js';
export {
  type LibraryPanelPlan,
  type LibraryPanelStep,
  planLibraryPanels,
} from './import/plan-library-panels.js';
export { type ExistingDashboard, type ExistingDashboards, readExisting } from './import/read-existing.js';
export { hashInMessage, type ImportMark, importMark, type SaveOrigin, saveMessage } from './import/save-message.js';
export { sharedUids, type WantedDashboard, wantedDashboard } from './import/wanted-dashboard.js';
export type { JsonObject } from './json.js';

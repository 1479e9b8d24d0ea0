import type { Behaviours } from '../../conformance/behaviour.js';

const errors = 'pkg/services/dashboards/errors.go';
const database = 'pkg/services/dashboards/database/database.go';

export const BEHAVIOURS = {
  'Who is asked': [
    {
      what: 'A token that is none: 401 "Invalid API key", api-key.invalid',
      sources: ['pkg/services/authn/clients/api_key.go errAPIKeyInvalid'],
    },
    { what: 'No token: 401 "Unauthorized"', sources: ['pkg/middleware/auth.go notAuthorized'] },
    {
      what: 'A role that may not: 403 with "Permissions needed: …"; several of which one is enough begin with "any of"',
      sources: [
        'pkg/services/accesscontrol/middleware.go deny',
        'pkg/services/accesscontrol/evaluator.go anyEvaluator',
      ],
    },
    {
      what: 'A viewer reads and queries data sources, an editor writes folders and dashboards, an administrator data sources',
      sources: ['pkg/api/accesscontrol.go declareFixedRoles'],
    },
    { what: 'A service account has no user: /api/user is 404', sources: ['grafana/grafana#7933'] },
    {
      what: 'The versions that each release serves below /apis/dashboard.grafana.app',
      sources: ['scylladb/scylla-cluster-tests sdcm/utils/grafana_api.py, seen on real containers'],
    },
    {
      what: 'The name of the namespace: default, or stacks-<id> on Grafana Cloud',
      sources: ['docs/sources/developer-resources/api-reference/http-api/apis.md'],
    },
    {
      what: 'Tokens that are any text, one for each role',
      sources: [],
      assumed: 'nothing is known by the form of a token',
    },
  ],
  Folders: [
    {
      what: 'One level of the list at a time, in pages',
      sources: ['docs/sources/developer-resources/api-reference/http-api/folder.md'],
    },
    {
      what: 'Folders inside folders since 11; before, a parent is ignored',
      sources: ['pkg/api/folder.go GetFolders, CreateFolder'],
    },
    {
      what: 'At most four levels; a fifth is 400 "Maximum nested folder depth reached"',
      sources: ['pkg/setting/setting.go readFolderSettings', 'pkg/services/folder/model.go ErrMaximumDepthReached'],
    },
    {
      what: 'A uid that is taken: 412 version-mismatch; until 11 as the new folder has not the version of the old, since 12 as the storage has it already',
      sources: [
        `${database} getExistingDashboardByIDOrUIDForUpdate`,
        'pkg/api/apierrors/folder.go ToFolderErrorResponse',
      ],
    },
    {
      what: 'A title that is taken: 409 until 11.2; since 11.3 titles may be shared',
      sources: ['grafana/grafana#80408', 'grafana/grafana#90687'],
    },
    {
      what: 'Until 11 a folder and a dashboard cannot have one uid: 400',
      sources: [`${errors} ErrDashboardTypeMismatch`],
    },
    {
      what: 'No title, illegal or long uid: 400; not there: 404 not-found',
      sources: ['pkg/api/apierrors/folder.go ToFolderErrorResponse'],
    },
    {
      what: 'An update needs the version that is there, or overwrite',
      sources: ['docs/sources/developer-resources/api-reference/http-api/folder.md'],
    },
    { what: 'A deletion takes all that is inside', sources: ['pkg/api/folder.go DeleteFolder'] },
  ],
  Dashboards: [
    {
      what: 'Without a folder a save moves the dashboard to the root; folderUid wins over folderId',
      sources: ['docs/sources/developer-resources/api-reference/http-api/dashboard.md'],
    },
    {
      what: 'Another version than the one that is there: 412 version-mismatch until 12, 409 "Dashboard already exists. Use overwrite flag to update." since 13',
      sources: [`${errors} ErrDashboardVersionMismatch`, 'pkg/api/dashboard.go saveDashboardViaK8s'],
    },
    {
      what: 'A numeric id that is not there: 404; one of another uid: 400; since 13 the uid decides when there is one',
      sources: [`${database} getExistingDashboardByIDOrUIDForUpdate`, 'pkg/api/dashboard.go resolveLegacyInternalID'],
    },
    {
      what: 'Until 11.2 a title that is taken in the folder: 412 name-exists; with overwrite the other dashboard is replaced',
      sources: [`${database} getExistingDashboardByTitleAndFolder`, 'grafana/grafana#90687'],
    },
    {
      what: 'No title, "5 000" characters of a title, 40 of a uid, 500 of a message, too quick a refresh: 400 with these words',
      sources: [errors],
    },
    {
      what: 'No title since 13: 400 "Dashboard spec is missing required title property"',
      sources: ['pkg/api/dashboard.go saveDashboardViaK8s'],
    },
    {
      what: 'A resource (apiVersion, metadata, spec) is taken since 13; before, it has no title',
      sources: ['grafana/terraform-provider-grafana docs/resources/dashboard.md'],
    },
    {
      what: 'Provisioned: told in meta, 400 for a save and for a deletion',
      sources: ['pkg/api/dashboard.go postDashboard, deleteDashboard', errors],
    },
    { what: 'Managed by Git Sync: refused as provisioned', sources: ['grafana/mcp-grafana#1007'] },
    {
      what: 'Stored in the schema v2: 406 with the address to use on 12, converted since 13',
      sources: ['esnet/gdg#467', 'pkg/api/dashboard.go GetDashboard'],
    },
    { what: 'Every save is a version, also of what did not change', sources: [`${database} saveDashboard`] },
    {
      what: 'That it is so since 12',
      sources: [],
      assumed: 'the storage since 12 counts generations, and whether an equal one counts was not seen',
    },
    { what: 'Until 9 the answer does not name the folder', sources: ['pkg/api/dashboard.go postDashboard'] },
    {
      what: 'The root is called General until 11, Dashboards since 12',
      sources: ['pkg/api/dashboard.go GetDashboard'],
    },
  ],
  Versions: [
    {
      what: 'The list says "Initial save" of a version without a parent, "Restored from version …" of one that came back; the record has the message as it was saved',
      sources: ['pkg/api/dashboard.go GetDashboardVersions, GetDashboardVersion'],
    },
    {
      what: 'Until 11 the version that is sent with a new dashboard is its parent; since 12 the generation before is',
      sources: [`${database} saveDashboard`, 'pkg/services/dashboardversion/dashverimpl/dashver.go'],
    },
    { what: 'A plain list until 11.4, inside an object on 11.6', sources: ['grafana/grafana#104556'] },
    { what: 'A version that is not there: 500', sources: ['pkg/api/dashboard.go GetDashboardVersion'] },
    { what: 'No addresses with numbers since 13', sources: ['grafana/grafana#117227'] },
  ],
  'Data sources': [
    {
      what: 'Passwords never come back, only the names of those that are not empty; an update without them keeps them',
      sources: [
        'pkg/api/datasources.go convertModelToDtos',
        'pkg/services/datasources/service/datasource.go UpdateDataSource',
      ],
    },
    {
      what: 'An update needs name, type and access; an older version of it is 409, and one of a file is 403',
      sources: [
        'pkg/services/datasources/models.go UpdateDataSourceCommand',
        'pkg/api/datasources.go updateDataSourceByID',
      ],
    },
    {
      what: 'A name or a uid that is taken: 409',
      sources: ['pkg/api/datasources.go AddDataSource, updateDataSourceByID', 'pkg/services/datasources/errors.go'],
    },
    {
      what: 'The list is sorted by name, whatever the case, and has neither versions nor fields of passwords',
      sources: ['pkg/api/datasources.go GetDataSources'],
    },
    {
      what: 'A new default takes the place of the old one',
      sources: ['pkg/services/datasources/service/store.go updateIsDefaultFlag'],
    },
    {
      what: 'No addresses with numbers since 13',
      sources: ['grafana.com/whats-new/2026-04-14-deprecated-data-source-apis-disabled-by-default'],
    },
    {
      what: 'Not healthy: 400 with status ERROR; the health of none: 500',
      sources: ['pkg/api/datasources.go checkDatasourceHealth, CheckDatasourceHealthWithUID'],
    },
    {
      what: 'The proxy sends the stored password, and tells 502 where nobody answers',
      sources: ['pkg/api/pluginproxy/ds_proxy.go HandleRequest'],
    },
    {
      what: 'A query that fails: its error beside its refId, the whole answer 400, or 207 with the toggle datasourceQueryMultiStatus; no such data source: 404; no query: 400',
      sources: ['pkg/api/ds_query.go', 'pkg/services/query/query.go'],
    },
    {
      what: 'Frames with a schema, values by column, null for NaN and infinities with their places in entities',
      sources: ['grafana/grafana-plugin-sdk-go data/frame_json.go'],
    },
    {
      what: 'The step: from the interval of the request, the limit of points and the scrape interval; both ends on the step',
      sources: ['pkg/promlib/models/query.go calculatePrometheusInterval, AlignTimeRange'],
    },
  ],
  'Library panels': [
    {
      what: 'A uid, or a name in one folder, that is taken: 400; another version: 412; none: 404; one that is shown cannot be deleted: 403',
      sources: ['pkg/services/libraryelements/api.go toLibraryElementError'],
    },
    {
      what: 'Type and description stand in the model as well',
      sources: ['pkg/services/libraryelements/database.go syncFieldsWithModel'],
    },
    {
      what: 'Permissions of their own since 12; before, whoever may edit the folder may write them',
      sources: ['pkg/services/libraryelements/api.go registerAPIEndpoints'],
    },
    {
      what: 'Until 11 a dashboard whose library panel is not there is saved, and the answer is 500',
      sources: ['pkg/api/dashboard.go postDashboard, ConnectLibraryPanelsForDashboard'],
    },
  ],
  'Search and annotations': [
    {
      what: 'Kinds, tags (all of them), folders, uids, a part of the title; in pages of at most 5000',
      sources: ['docs/sources/developer-resources/api-reference/http-api/api-legacy/folder_dashboard_search.md'],
    },
    {
      what: 'What was stored is found at once',
      sources: [],
      assumed: 'no test should wait; the probes do wait on a real server',
    },
    {
      what: 'An annotation needs a text; a patch sets the end or the text; without a time it is now',
      sources: ['pkg/api/annotations.go PostAnnotation, PatchAnnotation'],
    },
  ],
} as const satisfies Behaviours;

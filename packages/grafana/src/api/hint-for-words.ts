import type { GrafanaFailure } from './answer.js';

interface Row {
  readonly words: RegExp;
  readonly hint: string;
}

/** By the words of pkg/services/dashboards/errors.go, pkg/services/folder and pkg/services/provisioning; first match. */
const byWords: readonly Row[] = [
  {
    words: /^it answered 413/,
    hint: 'The proxy before Grafana takes no request so large: raise its limit (client_max_body_size in nginx), or split the dashboard.',
  },
  {
    words: /gitops listener/i,
    hint: 'A GitOps observer takes what is saved in this Grafana and saves nothing itself: bring the dashboard into its repository.',
  },
  {
    words: /quota/i,
    hint: 'Delete dashboards that nobody needs, or have the quota of the organisation raised.',
  },
  {
    words: /folder is managed by/i,
    hint: 'Git Sync owns this folder: set input "folder" to one that it does not manage, or bring the dashboard into its repository.',
  },
  {
    words: /provisioned dashboard|managed by (a )?repo|empty commit message/i,
    hint: 'The dashboard belongs to Git Sync or to file provisioning: change it there, or give ours another uid.',
  },
  {
    words: /maximum nested folder depth|folder depth/i,
    hint: 'Grafana nests folders only so deep (max_nested_folder_depth, 4 unless it is configured): shorten the path in input "folder".',
  },
  {
    words: /folder not found/i,
    hint: 'The folder was deleted meanwhile, or the token may not see it: run again, or give its service account the permission Edit on it.',
  },
  {
    words: /cannot be changed to a folder/i,
    hint: 'A folder in Grafana has this uid, and until Grafana 11 both share one table: give the dashboard another uid.',
  },
  {
    words: /refresh interval/i,
    hint: 'The server has a higher min_refresh_interval: raise "refresh" in the dashboard.',
  },
  {
    words: /database is locked/i,
    hint: 'The SQLite database of Grafana was busy with other writes: run again when they are done.',
  },
  {
    words: /library element with that name or uid/i,
    hint: 'Another library panel of that name is in the folder: rename one of the two.',
  },
];

const byReason: Readonly<Record<string, string>> = {
  'name-exists': 'Another dashboard in that folder has the same title: rename one of the two.',
  'plugin-dashboard': 'A plugin brings a dashboard of that uid: give ours another one.',
};

/** What to do about what Grafana says; undefined where its words say no more than that it failed. */
export function hintForWords({ message, reason }: GrafanaFailure): string | undefined {
  return byReason[reason ?? ''] ?? byWords.find(({ words }) => words.test(message))?.hint;
}

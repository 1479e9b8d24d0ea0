/** What a code means and the first thing to try; the troubleshooting page is written from this table. */
export interface ErrorCodeEntry {
  readonly means: string;
  readonly next: string;
}

const entries = {
  INPUT_INVALID: {
    means: 'One or more inputs are wrong. The stage that says so has changed nothing: its inputs are checked first.',
    next: 'Correct every line of the message; all wrong inputs are listed at once.',
  },
  FILE_MISSING: {
    means: 'A file or folder that an input names (or its default) is not in the checkout.',
    next: 'Check out the repository before this step, and give paths relative to its root.',
  },
  FILE_INVALID: {
    means: 'A file cannot be read, or its content is not what its name promises.',
    next: 'Look at the named field or line; the message says what was expected there.',
  },
  TOOL_MISSING: {
    means: 'A program that this step runs is not on PATH.',
    next: 'Install it as the hint says. On GitHub the actions install flyctl themselves.',
  },
  TOOL_DOWNLOAD_FAILED: {
    means: 'flyctl is not on PATH, and its release could not be downloaded or unpacked.',
    next: 'Run again; behind a proxy set HTTPS_PROXY; or install flyctl in an earlier step.',
  },
  TOOL_UNVERIFIED: {
    means:
      "flyctl was not run, because its archive has another sha256 than the pinned or given one, or because no sha256 is pinned and the release's checksums.txt could not be read. The tool cache is checked in the same way at every use; a flyctl on PATH is your own installation and is not checked.",
    next: 'Run again; behind a proxy set HTTPS_PROXY; for another version give flyctl-version with the flyctl-checksum from its checksums.txt; or install flyctl in an earlier step.',
  },
  NETWORK_UNREACHABLE: {
    means: 'A server gave no answer: refused, no DNS name, a time-out or a broken TLS handshake.',
    next: 'Open the address from another place. On a self-hosted runner set HTTPS_PROXY and NO_PROXY.',
  },
  UNEXPECTED_ANSWER: {
    means: 'A server answered with something that this version does not understand.',
    next: 'Check that the address is the right one; a login page or another product often answers instead.',
  },
  FLY_TOKEN_MISSING: {
    means: 'No Fly.io token was given, and flyctl is not logged in on this machine. Nothing was downloaded or changed.',
    next: 'Make one with "fly tokens create deploy -a <app>" (or "fly tokens create org"), store it as the secret FLY_API_TOKEN and give it as the input fly-api-token; on your own machine "fly auth login" is enough for 30 days.',
  },
  FLY_LEASE_HELD: {
    means: 'Another deploy holds the machines, or one that was killed has left its leases behind.',
    next: 'Wait for the other deploy; after a killed one run "fly machine leases clear -a <app>".',
  },
  FLY_RATE_LIMITED: {
    means: 'Fly.io got too many requests at once with this token, also after some pauses.',
    next: 'Run again in a minute; other jobs with the same token count too.',
  },
  FLY_IMAGE_MISSING: {
    means: 'The image to deploy was not found, or Fly.io may not read its registry.',
    next: 'Push it before this step; Fly.io reads registry.fly.io and public registries.',
  },
  FLY_CONFIG_REFUSED: {
    means: 'flyctl refused the fly.toml.',
    next: 'Correct what the error names, and try "fly config validate" on your machine.',
  },
  FLY_VOLUME_MISSING: {
    means: 'A machine needs a volume that is not there, is attached elsewhere, or is in another region.',
    next: 'See "fly volumes list -a <app>" and make the one that is named with "fly volumes create <name> -r <region> -a <app>".',
  },
  FLY_PAYMENT_NEEDED: {
    means: 'Fly.io wants a payment method before it makes the machine.',
    next: "Add one at https://fly.io/dashboard under the organisation's Billing.",
  },
  RELEASE_COMMAND_FAILED: {
    means:
      'The release_command of the fly.toml failed, did not end in time or could not be started, so no machine was changed. What it did before is not undone.',
    next: 'Read its log in the error, correct it, and deploy again.',
  },
  FLY_TOKEN_REFUSED: {
    means: 'Fly.io refused the token.',
    next: 'Make a new one with "fly tokens create deploy -a <app>" (or "fly tokens create org") and store it as FLY_API_TOKEN.',
  },
  FLY_APP_MISSING: {
    means: 'The Fly app does not exist, or the token may not see it; Fly gives the same answer for both.',
    next: 'Create it once with "fly apps create <app>", set "create: true", or use a token of the right app.',
  },
  FLY_COMMAND_FAILED: {
    means: 'A flyctl command ended with an error.',
    next: "Read flyctl's own last lines in the log above the error.",
  },
  FLY_BUILD_FAILED: {
    means: 'The image could not be built.',
    next: 'Build it on your machine with "docker build -f <dockerfile> ."; for a builder that gives no answer, run again.',
  },
  FLY_TIMEOUT: {
    means:
      'flyctl did not end within its budget and was stopped, or gave up waiting for Fly.io; what Fly did meanwhile is reported.',
    next: 'Look at "fly status" and "fly logs"; raise wait-timeout if the machines only need longer.',
  },
  DEPLOY_NOT_LIVE: {
    means:
      'flyctl reported success, but the machines do not run the release: wrong version, not started or failing checks.',
    next: 'Look at "fly machine list" and "fly logs"; a failed image pull makes Fly put the old version back silently.',
  },
  PROMETHEUS_CONFIG_INVALID: {
    means: 'The Prometheus configuration is wrong or would prove nothing (no jobs, a rule file that matches nothing).',
    next: 'Correct the named field and try "promtool check config --syntax-only" on your machine.',
  },
  PROMETHEUS_NOT_READY: {
    means: 'Prometheus did not become ready within its budget.',
    next: 'Look at "fly logs" of the monitoring app; replaying a large WAL takes minutes: raise ready-timeout.',
  },
  PROMETHEUS_REFUSED: {
    means: 'Prometheus answered 401 or 403.',
    next: 'PROMETHEUS_USER and PROMETHEUS_PASSWORD must be those that the monitoring app was deployed with.',
  },
  PROMETHEUS_UNREACHABLE: {
    means: 'Prometheus could not be asked, neither at its address nor through flyctl proxy.',
    next: 'Look at "fly status" of the monitoring app; a private Prometheus needs a token that may use WireGuard.',
  },
  PROMETHEUS_OPEN: {
    means: 'Prometheus answers without a password although it should be protected.',
    next: 'Deploy the monitoring app again with PROMETHEUS_PASSWORD set.',
  },
  TARGETS_DOWN: {
    means: 'At least one expected target is missing or not scraped.',
    next: 'The table names job, instance, error and the next step for each.',
  },
  VERIFY_FAILED: {
    means: 'A check of verify-targets failed.',
    next: 'Each failed check names what it blames, what was seen and what to do.',
  },
  VERIFY_INCONCLUSIVE: {
    means: 'Nothing was proved wrong, but not everything could be proved right within the budget.',
    next: 'Run again, or raise input "timeout" (in the whole chain: "verify-timeout"); an inconclusive run is never green.',
  },
  DASHBOARD_INVALID: {
    means:
      'A dashboard file is not a Grafana dashboard, or misses a field that is needed. The import goes on with the others unless "strict" is true, and fails at the end; a whole chain refuses the file before it deploys.',
    next: 'Export it again from Grafana with "Export for sharing externally", or correct the named field.',
  },
  GRAFANA_TOKEN_REFUSED: {
    means: 'Grafana refused the token, or the token may not do what is needed.',
    next: 'Use a service account token (glsa_…) with the Editor role; an access-policy token (glc_…) is for sending metrics.',
  },
  GRAFANA_UNREACHABLE: {
    means: 'Grafana gave no usable answer within its budget.',
    next: 'Open GRAFANA_URL in a browser: a paused Grafana Cloud stack wakes up within minutes; run again then.',
  },
  GRAFANA_DATASOURCE_MISSING: {
    means: 'It is not clear which Grafana data source the dashboards should use, and none could be made.',
    next: 'Set the input "datasource" to the uid or name of one of those listed.',
  },
  PROMETHEUS_PRIVATE: {
    means:
      "Prometheus has no public address, so that Grafana Cloud, which is outside Fly's private network, cannot reach it.",
    next: 'Deploy it with PROMETHEUS_PASSWORD and [http_service], or let it send its samples to Grafana Cloud; a data source that reaches it another way is named by the input "datasource".',
  },
  GRAFANA_REFUSED: {
    means: 'Grafana refused a dashboard, a folder or a data source.',
    next: 'The message holds the answer of Grafana and what it means.',
  },
  DASHBOARD_CONFLICT: {
    means: 'Somebody saved the dashboard in Grafana after our last import, so it was not overwritten.',
    next: 'Take the change over with the command export-dashboards (docs/dashboards.md), or run with "overwrite: always".',
  },
  DASHBOARD_NOT_KEPT: {
    means: 'A dashboard could not be copied into the backup folder, so it was neither replaced nor deleted.',
    next: 'Give the input "backup-folder" a folder that the user of this process can write to.',
  },
  DEADLINE_PASSED: {
    means: 'The step did not end within its deadline; what it had begun may be half done.',
    next: 'Look at what it waited for last; if that only needs longer, raise the input deadline, and the timeout-minutes of the job with it.',
  },
  INTERRUPTED: {
    means: 'The run was cancelled. Nothing new was started; what ran was interrupted and given 8 s to end.',
    next: 'Look at what the error says was interrupted; run again: what was done already is found and not done twice.',
  },
  UNEXPECTED: {
    means: 'Something happened that this version does not expect; it is a defect of this product.',
    next: 'Open an issue with the log; it holds no secrets.',
  },
} as const satisfies Record<string, ErrorCodeEntry>;

export type ErrorCode = keyof typeof entries;
export const errorCodes: Readonly<Record<ErrorCode, ErrorCodeEntry>> = entries;

/**
 * Every way in which the platform can be told to fail, with where it is known from. `F` is superfly/flyctl at ad0172fac,
 * `G` superfly/fly-go v0.9.6, `#n` an issue of superfly/flyctl. Placeholders: {app}, {machine}, {group}, {image},
 * {expires}.
 */
export interface Trouble {
  /** When it strikes; "code" where the stand-in does it in its own way and not by a text. */
  readonly moment: Moment;
  /** Printed before the error; lines of flyctl's own logger go to standard output. */
  readonly stdout?: string;
  readonly stderr?: string;
  /** What follows "Error: "; none where the command goes on. */
  readonly error?: string;
  readonly description?: string;
  readonly suggestion?: string;
  readonly exitCode: 0 | 1 | 126 | 127;
  /** What it leaves behind: the status of the release, the state of machines. */
  readonly leaves: string;
  readonly source: string;
}

export type Moment =
  | 'code'
  | 'session'
  | 'find-app'
  | 'build'
  | 'image'
  | 'volumes-api'
  | 'machines-api'
  | 'secrets-api'
  | 'create-release'
  | 'run-release'
  | 'end-release'
  | 'create-release-command'
  | 'run-release-command'
  | 'create-machine'
  | 'lease'
  | 'update-machine'
  | 'wait-start'
  | 'wait-checks'
  | 'bluegreen-check'
  | 'bluegreen-start'
  | 'bluegreen-healthy'
  | 'bluegreen-destroy'
  | 'dns-check'
  | 'releases'
  | 'logs'
  | 'tunnel'
  | 'host'
  | 'exec';

const WARN = '\u001b[33mWARN\u001b[0m ';
const FETCH = 'failed to fetch an image or build from source: ';
const NOTHING = 'no release, machines untouched';
const FAILED = 'release failed, ';

export const TROUBLES = {
  'image-reverted': {
    moment: 'code',
    exitCode: 0,
    leaves: 'release complete; the machine runs its old version, with the metadata of it',
    source: '#4921; F internal/machine/leasable_machine.go:WaitForState names no version',
  },
  'hang-after-success': { moment: 'code', exitCode: 127, leaves: 'release complete', source: '#460, #2542' },
  'exit-zero-on-failure': { moment: 'code', exitCode: 0, leaves: 'release failed', source: '#2651' },
  'checks-never-pass': {
    moment: 'code',
    error:
      'timeout reached waiting for health checks to pass for machine {machine}: failed to get VM {machine}: Get "https://api.machines.dev/v1/apps/{app}/machines/{machine}": context deadline exceeded',
    exitCode: 1,
    leaves: `${FAILED}the machine started with the new image`,
    source: 'F internal/machine/leasable_machine.go:WaitForHealthchecksToPass',
  },
  'no-release-json': {
    moment: 'code',
    exitCode: 0,
    leaves: 'release complete',
    source: '#4930: the line exists since 0.4.56; F internal/command/deploy/machines_deploymachinesapp.go:144',
  },
  'stale-secrets': {
    moment: 'code',
    exitCode: 0,
    leaves: 'release complete; one machine has the secrets of the release before',
    source: '#4576; F internal/appsecrets',
  },
  'dns-fails': {
    moment: 'code',
    exitCode: 0,
    leaves: 'machines get SERVFAIL for every name',
    source: 'prometheus/prometheus discovery/dns/dns.go tells SERVFAIL from an empty answer',
  },
  'smoke-fails': {
    moment: 'code',
    error: 'smoke checks for {machine} failed: the app appears to be crashing',
    suggestion:
      'Smoke checks for {machine} failed: the app appears to be crashing\nCheck its logs: …\n<last lines of the app>',
    exitCode: 1,
    leaves: `${FAILED}the machine has the new image`,
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:1480-1551; F internal/cli/cli.go:153-180',
  },
  'logs-denied': {
    moment: 'code',
    error: '401 Unauthorized',
    exitCode: 1,
    leaves: 'nothing; a failed smoke check shows no lines of the app',
    source: 'G resource_logs.go:49, error.go:13; F internal/command/deploy/machines_deploymachinesapp.go:1538',
  },
  'logs-unavailable': {
    moment: 'code',
    error: '500 Internal Server Error',
    exitCode: 1,
    leaves: 'nothing; a failed smoke check shows no lines of the app',
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:1542; F logs/polling.go',
  },
  'host-full-on-update': {
    moment: 'code',
    exitCode: 0,
    leaves: 'release complete; the machine is replaced by a new one, or with a volume: release failed',
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:186-200',
  },

  'api-unavailable': {
    moment: 'session',
    error: 'server returned a non-200 status code: 503',
    exitCode: 1,
    leaves: NOTHING,
    source: 'superfly/graphql v0.2.6 graphql.go:137',
  },
  'token-revoked': {
    moment: 'session',
    error: 'You must be authenticated to view this.',
    exitCode: 1,
    leaves: NOTHING,
    source: 'answer of the API, seen in #2064',
  },
  'network-down': {
    moment: 'session',
    error: 'Post "https://api.fly.io/graphql": dial tcp: lookup api.fly.io: no such host',
    exitCode: 1,
    leaves: NOTHING,
    source: 'Go net/http url.Error; F internal/command/command.go passes it on',
  },
  'connection-reset': {
    moment: 'session',
    error: 'Post "https://api.fly.io/graphql": read: connection reset by peer',
    exitCode: 1,
    leaves: NOTHING,
    source: 'Go net/http url.Error; G http.go:22 retries only 502, 503 and temporary errors',
  },
  'app-vanished': {
    moment: 'find-app',
    error: 'Could not find App "{app}"',
    exitCode: 1,
    leaves: NOTHING,
    source: 'F internal/command/deploy/deploy.go:311; superfly/docs#1065: a wrong token says the same',
  },

  'builder-fails': {
    moment: 'build',
    error: `${FETCH}error connecting to docker: deadline_exceeded: Timeout on EnsureMachineRemoteBuilder`,
    exitCode: 1,
    leaves: NOTHING,
    source: '#3025, #2717; F internal/command/deploy/deploy.go:385; F internal/build/imgsrc/dockerfile_builder.go:164',
  },
  'builder-heartbeat': {
    moment: 'build',
    stdout: `${WARN}Failed to start remote builder heartbeat: failed to fetch builder: tunnel unavailable\n\n`,
    error: `${FETCH}failed to fetch builder: tunnel unavailable`,
    exitCode: 1,
    leaves: NOTHING,
    source: 'F internal/build/imgsrc/resolver.go:722-737; F terminal/logging.go writes to standard output',
  },
  'builder-closes': {
    moment: 'build',
    error: `${FETCH}error building: failed to receive status: rpc error: code = Canceled desc = grpc: the client connection is closing`,
    exitCode: 1,
    leaves: NOTHING,
    source: '#3025; F internal/build/imgsrc/depot.go:118',
  },
  'builder-eof': {
    moment: 'build',
    error: `${FETCH}error building: unexpected EOF`,
    exitCode: 1,
    leaves: NOTHING,
    source: '#1131, #2431; F internal/build/imgsrc/depot.go:118',
  },
  'push-denied': {
    moment: 'build',
    error: `${FETCH}error rendering push status stream: unauthorized: authentication required`,
    exitCode: 1,
    leaves: NOTHING,
    source: 'F internal/build/imgsrc/dockerfile_builder.go:513',
  },
  'image-vanished': {
    moment: 'image',
    error: `${FETCH}could not find image "{image}"`,
    exitCode: 1,
    leaves: NOTHING,
    source: 'F internal/build/imgsrc/resolver.go:233',
  },

  'rate-limited': {
    moment: 'machines-api',
    error: 'rate limit exceeded',
    exitCode: 1,
    leaves: 'what the command had done until then',
    source: 'G http.go:22, flaps/flaps.go:305-321: the text of the JSON body without its 429; the words are assumed',
  },
  'machines-api-unavailable': {
    moment: 'machines-api',
    error: 'request returned non-2xx status: 504: upstream request timeout',
    exitCode: 1,
    leaves: 'what the command had done until then',
    source: 'G flaps/flaps.go:316',
  },
  'machines-api-deadline': {
    moment: 'machines-api',
    error: 'Get "https://api.machines.dev/v1/apps/{app}/machines": context deadline exceeded',
    exitCode: 126,
    leaves: 'what the command had done until then',
    source: 'F internal/cli/cli.go:109-112; G flaps/flaps_machines.go',
  },
  'volumes-unavailable': {
    moment: 'volumes-api',
    error: 'request returned non-2xx status: 504: upstream request timeout',
    exitCode: 1,
    leaves: NOTHING,
    source: 'F internal/command/deploy/machines.go:setVolumes; G flaps/flaps_volumes.go:27',
  },
  'secrets-unavailable': {
    moment: 'secrets-api',
    error: 'request returned non-2xx status: 504: upstream request timeout',
    exitCode: 1,
    leaves: 'secrets unchanged',
    source: 'G flaps/flaps_secrets.go:34, 92',
  },
  'releases-unavailable': {
    moment: 'releases',
    error: 'failed retrieving app releases {app}: server returned a non-200 status code: 500',
    exitCode: 1,
    leaves: 'nothing; `secrets list` calls every secret staged',
    source: 'F internal/command/apps/releases.go:59; F internal/command/secrets/list.go:380-383',
  },

  'release-refused': {
    moment: 'create-release',
    error: 'failed to create release (status 500): {"error":"Internal Server Error"}',
    exitCode: 1,
    leaves: 'no release; on a first deploy addresses and volumes are there',
    source: 'F internal/uiex/releases.go:CreateRelease',
  },
  'release-not-running': {
    moment: 'run-release',
    error: "failed to set release status to 'running': failed to update release (status 504): upstream request timeout",
    exitCode: 1,
    leaves: 'release pending, machines untouched',
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:71-74; F internal/uiex/releases.go:28',
  },
  'release-status-lost': {
    moment: 'end-release',
    stdout: `${WARN}failed to set final release status after successful deployment: failed to update release (status 504): upstream request timeout\n\n`,
    exitCode: 0,
    leaves: 'release running for ever, machines updated',
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:111-119',
  },
  'release-command-not-created': {
    moment: 'create-release-command',
    error:
      'release command failed - aborting deployment. error running release_command machine: error creating a release_command machine: failed to launch VM: EOF',
    exitCode: 1,
    leaves: `${FAILED}machines untouched`,
    source: '#2185; F internal/command/deploy/machines_releasecommand.go:createReleaseCommandMachine',
  },
  'release-command-hangs': {
    moment: 'run-release-command',
    error:
      "release command failed - aborting deployment. error waiting for release_command machine {machine} to finish running: timeout reached waiting for machine's state to change",
    description: 'Your machine never reached the state "destroyed".',
    suggestion: 'You can try increasing the timeout with the --release-command-timeout flag',
    exitCode: 1,
    leaves: `${FAILED}machines untouched`,
    source: 'F internal/command/deploy/machines_releasecommand.go:360-366',
  },

  'payment-required': {
    moment: 'create-machine',
    error:
      'error creating a new machine: failed to launch VM: To create more than 1 machine per app please add a payment method. https://fly.io/dashboard/{app}/billing',
    exitCode: 1,
    leaves: `${FAILED}machines made so far are there`,
    source: '#2060; F internal/command/deploy/machines_deploymachinesapp.go:1135-1141',
  },
  'no-capacity': {
    moment: 'create-machine',
    error:
      'error creating a new machine: failed to launch VM: aborted: could not reserve resource for machine: insufficient memory available to fulfill request',
    suggestion: 'Try choosing a different region for machine creation',
    exitCode: 1,
    leaves: `${FAILED}no machine`,
    source: 'Kilo-Org/cloud#412; G flaps/flaps_error.go:52',
  },
  'volume-host-full': {
    moment: 'create-machine',
    error:
      'error creating a new machine: failed to launch VM: insufficient resources to create new machine with existing volume',
    exitCode: 1,
    leaves: `${FAILED}no machine, the volume is free`,
    source: 'fastagent-sh/fastagent#538',
  },
  'lease-held': {
    moment: 'lease',
    stdout: `${WARN}failed to acquire lease: failed to get lease on VM {machine}: lease currently held by standin@example.com, expires at {expires}\n\n`,
    error: 'failed to get lease on VM {machine}: lease currently held by standin@example.com, expires at {expires}',
    exitCode: 1,
    leaves: `${FAILED}machines untouched`,
    source:
      'F internal/machine/machine_set.go:68-76; F internal/command/deploy/plan.go:272; G flaps/flaps_machines.go:294',
  },
  'update-refused': {
    moment: 'update-machine',
    error: 'failed to update VM {machine}: request returned non-2xx status: 500: internal error',
    exitCode: 1,
    leaves: `${FAILED}this machine untouched, those before it updated`,
    source: 'G flaps/flaps_machines.go:Update',
  },
  'machine-never-starts': {
    moment: 'wait-start',
    error: "timeout reached waiting for machine's state to change",
    description: 'Your machine was created, but never started or exited immediately. …',
    suggestion:
      'You can try deploying to a different region,\nor you can try increasing the timeout with the --wait-timeout flag',
    exitCode: 1,
    leaves: `${FAILED}the machine has the new image`,
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:553-600',
  },
  'machine-lost': {
    moment: 'wait-checks',
    error: 'error getting machine {machine} from api: failed to get VM {machine}: machine not found',
    exitCode: 1,
    leaves: `${FAILED}the machine has the new image`,
    source: 'F internal/machine/leasable_machine.go:WaitForHealthchecksToPass; gitcoinco/grants-stack-indexer#295',
  },

  'bluegreen-org-limit': {
    moment: 'bluegreen-check',
    error: "app can't undergo bluegreen deployment due to org limits",
    exitCode: 1,
    leaves: `${FAILED}blue machines untouched`,
    source: 'F internal/command/deploy/strategy_bluegreen.go:49, 955',
  },
  'bluegreen-never-starts': {
    moment: 'bluegreen-start',
    error: 'wait timeout\ncould not get all green machines into started state',
    exitCode: 1,
    leaves: `${FAILED}green machines destroyed, blue ones untouched`,
    source: 'F internal/command/deploy/strategy_bluegreen.go:39-41, 1003-1009',
  },
  'bluegreen-never-healthy': {
    moment: 'bluegreen-healthy',
    error: 'wait timeout\ncould not get all green machines to be healthy',
    exitCode: 1,
    leaves: `${FAILED}green machines destroyed, blue ones untouched`,
    source: 'F internal/command/deploy/strategy_bluegreen.go:42, 617, 1014-1020',
  },
  'bluegreen-not-destroyed': {
    moment: 'bluegreen-destroy',
    stderr:
      '\n  Failed to destroy 1 machine(s). Remove them manually with:\n\n    fly machine destroy --force -a {app} {machine}\n\n',
    exitCode: 0,
    leaves: 'release complete; a blue machine is left, stopped',
    source: 'F internal/command/deploy/strategy_bluegreen.go:905-928',
  },
  'dns-not-propagated': {
    moment: 'dns-check',
    stdout: `${WARN}DNS checks failed: expected 1 A records for {app}.fly.dev., got 0\n\n`,
    stderr:
      'WARNING: DNS verification failed: expected 1 A records for {app}.fly.dev., got 0\nYour app is deployed but DNS may take a few minutes to propagate globally\n',
    exitCode: 0,
    leaves: 'release complete',
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:checkDNS',
  },
  'tunnel-unavailable': {
    moment: 'tunnel',
    error: 'tunnel unavailable',
    exitCode: 1,
    leaves: 'nothing listens',
    source: 'F agent/errors.go:7; F agent/client.go:441-458',
  },
  'host-not-in-dns': {
    moment: 'host',
    error: '{app}.internal: host was not found in DNS',
    exitCode: 1,
    leaves: 'nothing listens',
    source: 'F agent/errors.go:6; F proxy/connect.go:90-92',
  },
  'exec-fails': {
    moment: 'exec',
    error:
      'could not exec command on machine {machine}: failed to exec on VM {machine}: deadline_exceeded: deadline has elapsed',
    exitCode: 1,
    leaves: 'nothing is known of the command',
    source: 'F internal/command/machine/exec.go:runMachineExec; G flaps/flaps_machines.go:Exec',
  },
} as const satisfies Readonly<Record<string, Trouble>>;

export type MisbehaviourKind = keyof typeof TROUBLES;

export function troubleOf(kind: MisbehaviourKind): Trouble {
  return TROUBLES[kind];
}

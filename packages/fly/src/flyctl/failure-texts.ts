export type FailureKind =
  | 'release-command-not-run'
  | 'release-command-too-slow'
  | 'release-command-failed'
  | 'smoke-check-failed'
  | 'not-healthy'
  | 'machine-lost'
  | 'bluegreen-refused'
  | 'no-capacity'
  | 'lease-held'
  | 'config-refused'
  | 'image-missing'
  | 'builder-trouble'
  | 'push-refused'
  | 'build-failed'
  | 'volume-missing'
  | 'payment-needed'
  | 'login-missing'
  | 'token-refused'
  | 'app-missing'
  | 'rate-limited'
  | 'unavailable'
  | 'unreachable'
  | 'host-unknown'
  | 'timed-out'
  | 'not-found'
  | 'other';

export interface FailureText {
  readonly kind: FailureKind;
  /** Of the message behind `Error: `. */
  readonly words: RegExp;
  /** Where flyctl (F) or fly-go (G) writes it, or the API behind them answers so. */
  readonly source: string;
}

/**
 * What flyctl itself writes at the beginning of its message, most telling first. The beginning makes it flyctl's: a
 * program's log, which flyctl prints around its own message, begins otherwise.
 */
export const ownTexts: readonly FailureText[] = [
  {
    kind: 'release-command-not-run',
    words: /^release command failed - aborting deployment\. .{0,80}error creating a release_command machine/,
    source: 'F internal/command/deploy/machines_releasecommand.go:createReleaseCommandMachine',
  },
  {
    kind: 'release-command-too-slow',
    words:
      /^release command failed - aborting deployment\. error waiting for release_command machine \S+ to finish running: .*(timeout reached|deadline exceeded)/,
    source: 'F internal/command/deploy/machines_releasecommand.go:360-366',
  },
  {
    kind: 'release-command-failed',
    words: /^release command failed - aborting deployment/,
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:474',
  },
  {
    kind: 'smoke-check-failed',
    words: /^(failed to update machine \S+: )?(smoke checks for \S+ failed)/,
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:1487',
  },
  {
    kind: 'machine-lost',
    words: /^(failed to update machine \S+: )?(error getting machine \S+ from api|failed to get VM \S+): .*\bnot found/,
    source: 'F internal/machine/leasable_machine.go:WaitForHealthchecksToPass',
  },
  {
    kind: 'bluegreen-refused',
    words: /^app can't undergo bluegreen deployment due to org limits/,
    source: 'F internal/command/deploy/strategy_bluegreen.go:49, 955',
  },
  {
    kind: 'not-healthy',
    words: /^(failed to update machine \S+: )?.{0,80}timeout reached waiting for (health checks|machine)/,
    source: 'F internal/machine/leasable_machine.go:404, internal/machine/wait.go:95',
  },
  {
    kind: 'not-healthy',
    words: /^(wait timeout|could not get all green machines|app not in valid state for bluegreen deployments)/,
    source: 'F internal/command/deploy/strategy_bluegreen.go:37-50',
  },
  {
    kind: 'not-healthy',
    words: /^failed to (create|mark) green machines/,
    source: 'F internal/command/deploy/strategy_bluegreen.go:37-50',
  },
  {
    kind: 'config-refused',
    words: /^App configuration is not valid/,
    source: 'F internal/appconfig/validation.go:60',
  },
  {
    kind: 'image-missing',
    words: /^failed to fetch an image or build from source: could not find image/i,
    source: 'F internal/build/imgsrc/resolver.go:233',
  },
  {
    kind: 'push-refused',
    words:
      /^failed to fetch an image or build from source: .*(error rendering push status stream|failed to push registry\.fly\.io).*(unauthorized|authentication required|denied|\b40[13]\b)/is,
    source: 'F internal/build/imgsrc/dockerfile_builder.go:513; BuildKit, for what it pushes itself',
  },
  {
    kind: 'build-failed',
    words: /^failed to fetch an image or build from source: .*(failed to solve|did not complete successfully)/is,
    source: 'BuildKit, through F internal/command/deploy/deploy.go:385',
  },
  {
    kind: 'builder-trouble',
    words:
      /^failed to fetch an image or build from source: .*(deadline_exceeded|client connection is closing|EnsureMachineRemoteBuilder|remote builder heartbeat|\bEOF\b|error connecting to docker)/is,
    source: 'flyctl#3025, #2717, #1131, #2431, through F internal/command/deploy/deploy.go:385',
  },
  {
    kind: 'build-failed',
    words: /^failed to fetch an image or build from source/,
    source: 'F internal/command/deploy/deploy.go:385',
  },
  {
    kind: 'volume-missing',
    words:
      /^(new machine in group|machine in group|creating a new machine in group|process group) '.*' (needs|requires) (an unattached|volumes)/i,
    source: 'F internal/command/deploy/machines_launchinput.go:57,169,198 and machines.go:625,658',
  },
];

/** Words that say what a message is about, wherever they stand in it. Only flyctl's own, first message is read so. */
export const topicTexts: readonly FailureText[] = [
  {
    kind: 'lease-held',
    words: /failed to get lease|lease currently held by|failed to acquire leases?/i,
    source: 'G flaps/flaps_machines.go:274-322, F internal/command/deploy/plan.go:212,272',
  },
  {
    kind: 'payment-needed',
    words: /please add a payment method|payment method required|(credit|payment) card/i,
    source: 'F internal/command/deploy/machines_deploymachinesapp.go:1137',
  },
  {
    kind: 'volume-missing',
    words: /needs an unattached volume|requires an unattached '.*' volume/i,
    source: 'F internal/command/deploy/machines_launchinput.go:57',
  },
  {
    kind: 'no-capacity',
    words: /could not reserve resource for machine|insufficient (resources|memory|cpus?) /i,
    source: 'G flaps/flaps_error.go:52; the words are of the Machines API',
  },
  {
    kind: 'login-missing',
    words: /no access token available/i,
    source: 'G api.go:11; also for a login older than 30 days, F internal/command/command.go:474-510,603',
  },
  {
    kind: 'app-missing',
    words: /could not find app\b|the app name \S+ could not be found|\bapp not found\b/i,
    source:
      'F internal/command/deploy/deploy.go:311-312; the last one is of the Machines API, behind words such as "failed to list secrets: " (G flaps/flaps_secrets.go, flaps_volumes.go)',
  },
  {
    kind: 'rate-limited',
    words: /rate limit|too many requests|\b429\b/i,
    source: 'Machines API, answered without its status by G flaps/flaps.go:305-324',
  },
  {
    kind: 'token-refused',
    words:
      /\bunauthorized\b|token validation error|must be authenticated|invalid token|not authorized to|\bnot authorized\b|\b401\b/i,
    source: "Fly's APIs; superfly/docs#1065",
  },
  {
    kind: 'host-unknown',
    words: /no such host|temporary failure in name resolution/i,
    source: "Go's resolver; F internal/flapsutil/retry.go:68",
  },
  {
    kind: 'unreachable',
    words:
      /connection reset by peer|connection refused|network is unreachable|no route to host|i\/o timeout|tls handshake timeout|\bEOF$/i,
    source: "Go's net package; F internal/flapsutil/retry.go:60-75",
  },
  {
    kind: 'unavailable',
    words: /\b50[0234]\b|bad gateway|service unavailable|gateway timeout/i,
    source: 'F internal/flapsutil/retry.go:60-75',
  },
];

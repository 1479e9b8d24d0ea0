import { boolean, duration, secret, text } from './input-kinds.js';

/** Fly's rule for app names: they become host names. */
export const appName = {
  pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
  expects: 'a Fly app name: lower-case letters, digits and hyphens',
};

/** The inputs of every stage that runs flyctl; "flyctl-problems.ts" of packages/fly has the rules over both. */
export const flyctlInputs = {
  'flyctl-version': text({
    help: 'Version of flyctl, with its flyctl-checksum. Without it: the one on PATH, else the pinned one.',
    pattern: /^\d+\.\d+\.\d+$/,
    expects: 'a version such as 0.4.87',
  }),
  'flyctl-checksum': text({
    help: 'sha256 of the archive of flyctl-version for this system, from the checksums.txt of its release; or "unverified" to run it without a check.',
    pattern: /^([0-9a-fA-F]{64}|unverified)$/,
    expects: '64 hexadecimal digits, or the word unverified',
  }),
};
/** Of a stage, in which all its retries and waits fit. */
export function deadlineInput<const D extends string>(defaultDeadline: D) {
  return duration({
    help: 'Budget of the whole step, in which all of its retries and waits fit; keep the timeout-minutes of the job longer.',
    default: defaultDeadline,
  });
}

/** What a deploy is called: the annotation names it, and the proof looks for it. */
export const releaseInput = {
  release: text({
    help: 'Commit or version that was deployed: an annotation names it, and the scraped processes must have it: the label revision of a metric *_build_info; where a job has none, its processes must have started after since. Empty: not looked at.',
    pattern: /^[A-Za-z0-9._+/-]{1,128}$/,
    expects: 'a commit or a version: letters, digits and . _ + / -',
  }),
};

/** The files that name the two apps. */
export const appConfig = text({ help: 'fly.toml of the app; its "app" is the app\'s name.', default: 'fly.toml' });
export const monitoringConfig = text({
  help: 'fly.toml of the monitoring app; its "app" is the name unless monitoring-app says another.',
  default: 'fly.monitoring.toml',
});

/** The inputs that every stage has. */
export const sharedInputs = {
  'dry-run': boolean({ help: 'Print what would be done and change nothing.', default: 'false' }),
  'fly-api-token': secret({
    help: 'Fly.io token that may deploy the app ("fly tokens create deploy"). May be empty where flyctl is logged in.',
    environment: 'FLY_API_TOKEN',
  }),
  'fly-monitoring-api-token': secret({
    help: 'Fly.io token of the monitoring app, when the other one may not deploy it.',
    environment: 'FLY_MONITORING_API_TOKEN',
  }),
  'monitored-app': text({ help: 'Fly app whose services are monitored. Empty: "app" of its fly.toml.', ...appName }),
  'monitoring-app': text({
    help: 'Fly app that runs Prometheus. Empty: "app" of its fly.toml, else <monitored-app>-monitoring.',
    ...appName,
  }),
  environment: text({
    help: 'Name that tells this deployment from others in labels, messages and reports. Beside production, its dashboards get a uid, a title and a folder of their own.',
    default: 'production',
    pattern: /^[A-Za-z0-9._-]{1,64}$/,
    expects: 'letters, digits, dots, hyphens',
  }),
};

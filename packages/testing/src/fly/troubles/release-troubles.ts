import { FAILED, type Trouble, WARN } from './trouble.js';

/** What happens to a release, its machines, and the ways to them. */
export const RELEASE_TROUBLES = {
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

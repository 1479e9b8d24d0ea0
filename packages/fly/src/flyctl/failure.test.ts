import { describe, expect, test } from '@jest/globals';
import { exited } from '../../test/scripted-processes.js';
import { commandError } from './command-error.js';
import { failureOf } from './failure.js';
import { type FailureKind, ownTexts, topicTexts } from './failure-texts.js';

interface Case {
  readonly kind: FailureKind;
  readonly stderr: string;
  readonly stdout?: string;
  readonly exitCode?: number;
}

const build = 'failed to fetch an image or build from source';

/** What flyctl really prints, from its source and from public bug reports. */
const cases: readonly Case[] = [
  {
    kind: 'release-command-failed',
    stderr:
      'Error release_command failed running on machine 148e with exit code 1.\nChecking logs: fetching the last 100 lines below:\nError: 401 Unauthorized from the payment API\nDEADLINE_EXCEEDED\nError: release command failed - aborting deployment. machine 148e exited with non-zero status of 1\n',
  },
  {
    kind: 'smoke-check-failed',
    stderr:
      "Error: smoke checks for 148e failed: the app appears to be crashing\nSmoke checks for 148e failed: the app appears to be crashing\nCheck its logs: here's the last lines below, or run 'fly logs -i 148e':\nError: 401 Unauthorized\nrpc error: DEADLINE_EXCEEDED\nthe client connection is closing\nCould not find App\n",
  },
  {
    kind: 'smoke-check-failed',
    stderr: 'Error: failed to update machine 148e: smoke checks for 148e failed: the app appears to be crashing\n',
  },
  {
    kind: 'not-healthy',
    stderr: 'Error: timeout reached waiting for health checks to pass for machine 148e: failed to get VM 148e: EOF\n',
  },
  { kind: 'not-healthy', stderr: "Error: timeout reached waiting for machine's state to change\n", exitCode: 126 },
  { kind: 'not-healthy', stderr: 'Error: wait timeout\n' },
  { kind: 'not-healthy', stderr: 'Error: could not get all green machines to be healthy: wait timeout\n' },
  { kind: 'not-healthy', stderr: 'Error: app not in valid state for bluegreen deployments\n' },
  {
    kind: 'lease-held',
    stderr:
      'Error: failed to get lease on VM 148e: lease currently held by 0a1b@tokens.fly.io, expires at 2026-11-28T12:00:00Z\n',
  },
  { kind: 'lease-held', stderr: 'Error: failed to acquire leases: lease currently held by somebody\n' },
  { kind: 'image-missing', stderr: `Error: ${build}: could not find image "registry.fly.io/shop:old"\n` },
  { kind: 'builder-trouble', stderr: `Error: ${build}: error connecting to docker: deadline_exceeded\n` },
  { kind: 'builder-trouble', stderr: `Error: ${build}: grpc: the client connection is closing\n` },
  { kind: 'builder-trouble', stderr: `Error: ${build}: unexpected EOF\n` },
  {
    kind: 'builder-trouble',
    stdout: 'WARN Failed to start remote builder heartbeat: dial tcp: i/o timeout\n',
    stderr: `Error: ${build}: dial tcp [fdaa::3]:2375: connect failed\n`,
  },
  {
    kind: 'build-failed',
    stderr: `npm error code E401\nError: unauthorized\nError: ${build}: error building: failed to solve: process "/bin/sh -c cat <<EOF" did not complete successfully: exit code: 1\n`,
  },
  { kind: 'build-failed', stderr: `Error: ${build}: dockerfile '/w/Dockerfile' not found\n` },
  {
    kind: 'config-refused',
    stdout: 'Platform: machines\n✘ Service has no processes set but app has 2 processes defined\n',
    stderr: 'Error: App configuration is not valid\n',
  },
  {
    kind: 'volume-missing',
    stderr:
      "Error: creating a new machine in group 'app' requires an unattached 'data' volume. Create it with `fly volume create data`\n",
  },
  {
    kind: 'volume-missing',
    stderr: "Error: New machine in group 'app' needs an unattached volume named 'data' in region 'nrt'\n",
  },
  {
    kind: 'volume-missing',
    stderr:
      "Error: Process group 'app' needs volumes with name 'data' to fulfill mounts defined in fly.toml; Run `fly volume create data -r REGION -n COUNT` for the following regions and counts: nrt=1\n",
  },
  {
    kind: 'payment-needed',
    stderr:
      'Error: error creating a new machine: failed to launch VM: To create more than 1 machine per app please add a payment method. https://fly.io/dashboard/personal/billing\n',
  },
  { kind: 'login-missing', stderr: "Error: no access token available. Please login with 'flyctl auth login'\n" },
  { kind: 'token-refused', stderr: 'Error: unauthorized (Request ID: 01H)\n' },
  { kind: 'token-refused', stderr: 'Error: You must be authenticated to view this.\n' },
  { kind: 'token-refused', stderr: 'Error: failed to list VMs: token validation error\n' },
  { kind: 'app-missing', stderr: 'Error: Could not find App "shop"\n' },
  {
    kind: 'app-missing',
    stderr: 'Error: the app name shop could not be found, did you create the app or misspell it in the fly.toml\n',
  },
  { kind: 'app-missing', stderr: 'Error: App not found (Request ID: 01H)\n' },
  { kind: 'app-missing', stderr: 'Error: failed to list secrets: app not found (Request ID: 01H)\n' },
  {
    kind: 'not-healthy',
    exitCode: 127,
    stdout:
      '> Updating machine 148e [web]\n✖ Machine 148e [web] update failed: timeout reached waiting for health checks to pass for machine 148e: context deadline exceeded\n✔ Cleared lease for 148e\n',
    stderr: '',
  },
  {
    kind: 'smoke-check-failed',
    exitCode: 127,
    stdout: '✖ Machine 148e [web] update failed: smoke checks for 148e failed: the app appears to be crashing\n',
    stderr: 'WARN something\n',
  },
  { kind: 'rate-limited', stderr: 'Error: failed to list VMs: rate limit exceeded\n' },
  { kind: 'rate-limited', stderr: 'Error: request returned non-2xx status: 429: Too Many Requests\n' },
  { kind: 'unavailable', stderr: 'Error: server returned a non-200 status code: 503\n' },
  { kind: 'unreachable', stderr: 'Error: failed to list VMs: read tcp 10.0.0.1: connection reset by peer\n' },
  { kind: 'unreachable', stderr: 'Error: Post "https://api.fly.io/graphql": EOF\n' },
  {
    kind: 'release-command-not-run',
    stderr:
      'Error: release command failed - aborting deployment. error running release_command machine: error creating a release_command machine: failed to launch VM: EOF\n',
  },
  {
    kind: 'release-command-too-slow',
    stderr:
      "Error: release command failed - aborting deployment. error waiting for release_command machine 148e to finish running: timeout reached waiting for machine's state to change\n",
  },
  {
    kind: 'machine-lost',
    stderr: 'Error: error getting machine 148e from api: failed to get VM 148e: machine not found\n',
  },
  { kind: 'bluegreen-refused', stderr: "Error: app can't undergo bluegreen deployment due to org limits\n" },
  {
    kind: 'push-refused',
    stderr: `Error: ${build}: error rendering push status stream: unauthorized: authentication required\n`,
  },
  {
    kind: 'push-refused',
    stderr: `Error: ${build}: error building: failed to solve: failed to push registry.fly.io/shop:1: unexpected status: 401 Unauthorized\n`,
  },
  {
    kind: 'build-failed',
    stderr: `Error: ${build}: error building: failed to solve: process "/bin/sh -c git push" did not complete successfully: exit code: 1: denied\n`,
  },
  {
    kind: 'no-capacity',
    stderr:
      'Error: failed to update VM 148e: aborted: could not reserve resource for machine: insufficient memory available to fulfill request\n',
  },
  {
    kind: 'no-capacity',
    stderr:
      'Error: error creating a new machine: failed to launch VM: insufficient resources to create new machine with existing volume\n',
  },
  {
    kind: 'host-unknown',
    stderr: 'Error: Post "https://api.fly.io/graphql": dial tcp: lookup api.fly.io: no such host\n',
  },
  { kind: 'timed-out', stderr: 'Error: context deadline exceeded\n', exitCode: 126 },
  { kind: 'other', stderr: 'Error: something nobody has seen\n' },
  { kind: 'other', stderr: 'panic without a message\n', exitCode: 3 },
];

describe('a failure of flyctl', () => {
  test.each(cases)('is $kind: $stderr', ({ kind, stderr, stdout = '', exitCode = 1 }) => {
    expect(failureOf(exited(stdout, stderr, exitCode))?.kind).toBe(kind);
  });

  test('is none when it ended well, whatever it printed', () => {
    expect(failureOf(exited('Error: unauthorized\n', 'Error: unauthorized\n'))).toBeUndefined();
  });

  test('has no kind of which no text is tried', () => {
    const tried = new Set(cases.map(({ kind }) => kind));
    expect([...ownTexts, ...topicTexts].map(({ kind }) => kind).filter((kind) => !tried.has(kind))).toEqual([]);
  });

  test('is told from its message on, and the log behind it does not push the message out', () => {
    const log = Array.from({ length: 50 }, (_, line) => `log line ${line}`).join('\n');
    const failure = failureOf(exited('', `==> Building\nError: smoke checks for m1 failed: crashing\n${log}\n`, 1));
    expect(failure?.said).toMatch(/^Error: smoke checks for m1 failed: crashing\nlog line 0\n/);
    expect(failure?.said.split('\n')).toHaveLength(12);
  });

  test('of a release command is told with the log before its message', () => {
    const failure = failureOf(exited('', String(cases[0]?.stderr), 1));
    expect(failure?.said).toContain('payment API');
    expect(failure?.said).toContain('release command failed - aborting deployment');
  });

  test('of the configuration is told with the reason, which stands on the other stream', () => {
    const failure = failureOf(exited('✘ invalid port\n', 'Error: App configuration is not valid\n', 1));
    expect(failure?.said).toBe('Error: App configuration is not valid\n✘ invalid port');
  });
});

describe('the error of a failure', () => {
  test.each(cases)('$kind names the app or the command, and one next step', ({ stderr, stdout = '', exitCode = 1 }) => {
    const failure = failureOf(exited(stdout, stderr, exitCode));
    if (failure === undefined) throw new Error('It must be a failure.');
    const error = commandError({ command: 'flyctl deploy -a shop', app: 'shop', failure });
    expect(error.message).toContain('shop');
    expect(error.hint).not.toBe('');
  });

  test('of a deadline of flyctl itself does not say that we have stopped it', () => {
    const failure = failureOf(exited('', 'Error: context deadline exceeded\n', 126));
    if (failure === undefined) throw new Error('It must be a failure.');
    const error = commandError({ command: 'flyctl status -a shop', app: 'shop', failure });
    expect(error.message).toMatch(/^"flyctl status -a shop" gave up: Fly\.io did not answer in time\./);
  });

  test('of a lease tells until when it is held', () => {
    const failure = failureOf(exited('', String(cases.find(({ kind }) => kind === 'lease-held')?.stderr), 1));
    if (failure === undefined) throw new Error('It must be a failure.');
    const error = commandError({ command: 'flyctl deploy', app: 'shop', failure });
    expect(error.message).toContain('holds the machines of "shop" until 2026-11-28T12:00:00Z.');
    expect(error.hint).toContain('fly machine leases clear -a shop');
  });
});

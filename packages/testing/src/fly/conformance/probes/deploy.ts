import type { Probe } from '../probe.js';

const toml = 'app = "conformance"\nprimary_region = "nrt"\n';
const deploy = ['deploy', '{folder}', '-c', '{folder}/fly.toml', '-a', '{app}', '--wait-timeout', '300s'];

const live = `${toml}[http_service]
internal_port = 8080
[[mounts]]
source = "data"
destination = "/data"
[checks.ready]
type = "http"
port = 8080
path = "/"
interval = "5s"
timeout = "2s"
`;
const deployImage = [...deploy, '--image', '{image}'];
const releases = 'internal/command/deploy/machines_deploymachinesapp.go';

const releasing: readonly Probe[] = [
  {
    id: 'deploy/released',
    relies: 'a deploy that ends well has one line on stdout with version and image_ref of its release',
    source: `${releases} (FLY_EMIT_RELEASE_JSON)`,
    scene: 'live-app',
    argv: [...deployImage, '--strategy', 'rolling', '--env', 'PROMETHEUS_ACCESS=private'],
    env: { FLY_EMIT_RELEASE_JSON: '1' },
    files: { 'fly.toml': live },
    expect: {
      exitCode: 0,
      stdout: { has: [/^\{"id":"[^"]+","version":\d+,"image_ref":"[^"]+"\}$/m] },
      stderr: { lacks: [/^Error: /m] },
      requests: [
        /^POST \/api\/v1\/releases .*"strategy":"ROLLING"/,
        /^POST \/v1\/apps\/[^/]+\/machines\/\w+ .*"PROMETHEUS_ACCESS":"private"/,
        /^POST \/v1\/apps\/[^/]+\/machines\/\w+ .*"fly_release_version":"3"/,
        /^PATCH \/api\/v1\/releases\/release-3 .*"complete"/,
      ],
    },
  },
  {
    id: 'deploy/released/immediate',
    relies: 'immediate waits for nothing, and is a release like any other',
    source: `${releases}:776`,
    scene: 'live-app',
    argv: [...deployImage, '--strategy', 'immediate'],
    env: { FLY_EMIT_RELEASE_JSON: '1' },
    files: { 'fly.toml': live },
    expect: { exitCode: 0, stdout: { has: [/^\{"id":"[^"]+","version":\d+,"image_ref":"[^"]+"\}$/m] } },
  },
  {
    id: 'deploy/not-healthy',
    relies: 'checks that never pass end in an error that says so, and no release line',
    source: `${releases}:1167`,
    scene: 'unhealthy-app',
    argv: [...deployImage, '--wait-timeout', '8s'],
    env: { FLY_EMIT_RELEASE_JSON: '1' },
    files: { 'fly.toml': live },
    expect: {
      exitCode: 1,
      stdout: { lacks: [/"image_ref"/] },
      stderr: { has: [/^Error: .*(timeout reached waiting for|failed to become healthy|health checks? .*failed)/m] },
    },
  },
  {
    id: 'deploy/lease-held',
    relies: 'a machine that another deploy holds is an error that names the lease',
    source: 'internal/command/deploy/machines.go (AcquireLeases)',
    scene: 'lease-held',
    argv: [...deployImage, '--wait-timeout', '8s'],
    files: { 'fly.toml': live },
    expect: { exitCode: 1, stderr: { has: [/^Error: .*lease/m] } },
  },
  {
    id: 'deploy/interrupted',
    relies: 'SIGINT ends a deploy with 127, and the release is marked',
    source: `${releases} (updateReleaseInBackend)`,
    scene: 'unhealthy-app',
    argv: [...deployImage, '--wait-timeout', '30s'],
    env: { FLY_EMIT_RELEASE_JSON: '1' },
    files: { 'fly.toml': live },
    signal: { name: 'SIGINT', after: /^POST [^ ]+\/machines\/1781973c03d789 / },
    expect: { exitCode: 127, stdout: { lacks: [/"image_ref"/] }, requests: [/^PATCH .*"interrupted"/] },
  },
  {
    id: 'deploy/no-such-image',
    relies: 'an image that is not there is an error of the build',
    source: 'internal/build/imgsrc/remote_image_resolver.go:33',
    scene: 'live-app',
    argv: [...deploy, '--image', 'registry.fly.io/conformance:none'],
    files: { 'fly.toml': live },
    expect: { exitCode: 1, stderr: { has: [/^Error: failed to fetch an image or build from source: /m] } },
  },
  {
    id: 'deploy/wait-timeout',
    relies: 'a time without a unit that Go knows is refused',
    source: 'internal/command/deploy/deploy.go:481',
    scene: 'live-app',
    argv: [...deployImage, '--wait-timeout', '5 minutes'],
    files: { 'fly.toml': live },
    expect: { exitCode: 1, stderr: { has: [/^Error: invalid duration/m] } },
  },
  {
    id: 'deploy/strategy-flag',
    relies: 'a --strategy that flyctl does not know is refused',
    source: 'internal/command/deploy/machines.go:825',
    scene: 'live-app',
    argv: [...deployImage, '--strategy', 'slowly'],
    files: { 'fly.toml': live },
    expect: { exitCode: 1, stderr: { has: [/^Error: /m] } },
  },
];

/** At the very end: afterwards one app is down and the empty one is none. */
const lastOfAll: readonly Probe[] = [
  {
    id: 'deploy/crashing',
    relies:
      'an app that ends again and again fails its smoke checks; the reason is the first line from "Error:" on, its log may follow',
    source: `${releases}:1494`,
    scene: 'crashing-app',
    argv: [...deployImage, '--env', 'CRASH=7', '--wait-timeout', '30s'],
    env: { FLY_EMIT_RELEASE_JSON: '1' },
    files: { 'fly.toml': live },
    expect: {
      exitCode: 1,
      stdout: { lacks: [/"image_ref"/] },
      stderr: { has: [/^Error: smoke checks for \w+ failed: the app appears to be crashing/m] },
    },
  },
  {
    id: 'deploy/never-starts',
    relies: 'a machine that does not start in time is an error that says so',
    source: 'internal/machine/leasable_machine.go:225',
    scene: 'never-starts',
    argv: [...deployImage, '--wait-timeout', '8s'],
    files: { 'fly.toml': live },
    expect: { exitCode: 1, stderr: { has: [/^Error: .*timeout reached waiting for/m] } },
  },
  {
    id: 'deploy/first',
    relies: 'the first deploy makes the volume and, with --ha=false, one machine, and asks nothing',
    source: 'internal/command/deploy/deploy_first.go:32',
    scene: 'empty-app',
    argv: [...deployImage, '--ha=false'],
    env: { FLY_EMIT_RELEASE_JSON: '1' },
    files: { 'fly.toml': live },
    expect: {
      exitCode: 0,
      stdout: { has: [/^\{"id":"[^"]+","version":\d+,"image_ref":"[^"]+"\}$/m] },
      requests: [/^POST \/v1\/apps\/[^/]+\/volumes .*"data"/, /^POST \/v1\/apps\/[^/]+\/machines /],
    },
  },
];

export const deployProbes: readonly Probe[] = [
  ...releasing,
  {
    id: 'deploy/no-config',
    relies: 'a fly.toml that is named and not there is an error, before Fly is asked',
    source: 'internal/command/command.go:699',
    scene: 'nothing',
    argv: ['deploy', '{folder}', '-c', '{folder}/none.toml', '-a', '{app}'],
    expect: { exitCode: 1, stderr: { has: [/^Error: .*none\.toml/m] } },
  },
  {
    id: 'deploy/no-folder',
    relies: 'a build context that is not there is an error, before Fly is asked',
    source: 'internal/command/command.go:837',
    scene: 'nothing',
    argv: ['deploy', '{folder}/none', '-a', '{app}'],
    expect: { exitCode: 1, stderr: { has: [/^Error: .*none/m] } },
  },
  {
    id: 'deploy/not-toml',
    relies: 'a file that is not TOML is an error',
    source: 'internal/appconfig/serde.go',
    scene: 'nothing',
    argv: deploy,
    files: { 'fly.toml': 'app = \n' },
    expect: { exitCode: 1, stderr: { has: [/^Error: /m] } },
  },
  {
    id: 'deploy/not-valid',
    relies: 'the reason why a configuration is refused stands on stdout; stderr says only that it is',
    source: 'internal/command/deploy/deploy.go:759',
    scene: 'live-app',
    argv: deploy,
    files: { 'fly.toml': `${toml}[http_service]\ninternal_port = 8080\nprocesses = ["none"]\n` },
    expect: { exitCode: 1, stdout: { has: [/none/] }, stderr: { has: [/^Error: .*not valid/im] } },
  },
  {
    id: 'deploy/strategy-in-file',
    relies: 'a strategy of fly.toml that flyctl does not know is refused, with the reason on stdout',
    source: 'internal/appconfig/validation.go:112',
    scene: 'live-app',
    argv: deploy,
    files: { 'fly.toml': `${toml}[deploy]\nstrategy = "slowly"\n` },
    expect: { exitCode: 1, stdout: { has: [/slowly/] }, stderr: { has: [/^Error: .*not valid/im] } },
  },
  {
    id: 'deploy/env-without-value',
    relies: '--env without a value is refused',
    source: 'internal/command/deploy/deploy.go:742',
    scene: 'live-app',
    argv: [...deploy, '--env', 'NAME'],
    files: { 'fly.toml': toml },
    expect: { exitCode: 1, stderr: { has: [/NAME/] } },
  },
  {
    id: 'deploy/no-dockerfile',
    relies: 'a Dockerfile that is named and not there is an error of the build, and nothing is released',
    source: 'internal/command/deploy/deploy_build.go',
    scene: 'live-app',
    argv: [...deploy, '--dockerfile', '{folder}/Dockerfile.none'],
    files: { 'fly.toml': toml },
    expect: {
      exitCode: 1,
      stderr: { has: [/^Error: failed to fetch an image or build from source: .*Dockerfile\.none/m] },
    },
  },
  {
    id: 'deploy/no-app',
    relies: 'deploy does not create an app',
    source: 'internal/command/deploy/deploy.go:300',
    scene: 'no-app',
    argv: deploy,
    files: { 'fly.toml': toml },
    expect: { exitCode: 1, stderr: { has: [/^Error: /m] } },
  },
  {
    id: 'deploy/no-token',
    relies: 'without a token it ends at once',
    source: 'internal/command/deploy/deploy.go:226',
    scene: 'nothing',
    argv: deploy,
    env: { FLY_API_TOKEN: null },
    files: { 'fly.toml': toml },
    expect: { exitCode: 1, stderr: { has: [/no access token available/] } },
  },
  ...lastOfAll,
];

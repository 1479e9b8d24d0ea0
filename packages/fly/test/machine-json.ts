/** A machine as `flyctl machine list --json` prints it. */
export function machineJson(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: '683d314fdd4d68',
    name: 'misty-sun-1',
    state: 'started',
    region: 'nrt',
    instance_id: '01JABC',
    private_ip: 'fdaa:0:3ec2:a7b:8566:845e:9f47:2',
    created_at: '2026-11-01T10:00:00Z',
    updated_at: '2026-11-01T10:01:00Z',
    image_ref: {
      registry: 'registry.fly.io',
      repository: 'fechatter',
      tag: 'deployment-01J',
      digest: digestA,
      labels: { GH_SHA: 'abc' },
    },
    config: configJson(),
    checks: [{ name: 'ready', status: 'passing', output: 'ok', updated_at: '2026-11-01T10:01:00Z' }],
    host_status: 'ok',
    ...over,
  };
}

export const digestA = `sha256:${'a'.repeat(64)}`;
export const digestB = `sha256:${'b'.repeat(64)}`;

export function configJson(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const metadata = { fly_release_version: '7', fly_process_group: 'app', fly_platform_version: 'v2' };
  return { image: 'registry.fly.io/fechatter:deployment-01J', env: { PORT: '8080' }, metadata, ...over };
}

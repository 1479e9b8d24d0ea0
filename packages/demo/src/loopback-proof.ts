import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { undiciHttp } from '@fly-monitoring/kit';
import type { LocalPlatform } from './local-platform.js';

/** Each service has two machines, as Fly makes them for a group with a public service. */
const expected = ['fechatter_server=2', 'notify_server=2', 'bot_server=2', 'analytics_server=2'];

/**
 * Without network namespaces there is no private DNS, and Prometheus runs with a discovery that was rewritten. So it is
 * held to what it runs with and to a count of targets, not to the repository's configuration and to each machine.
 */
export async function loopbackProofFlags(platform: LocalPlatform, url: string): Promise<readonly string[]> {
  const { user, password } = platform.prometheus;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const answer = await undiciHttp().send({ url: `${url}/api/v1/status/config`, headers: { authorization } });
  const { data } = JSON.parse(answer.kind === 'response' ? answer.body : '{"data":{"yaml":""}}') as {
    data: { yaml: string };
  };
  const file = join(platform.fly.stateDir, 'prometheus-served.yml');
  writeFileSync(file, data.yaml);
  return ['--prometheus-config', file, ...expected.flatMap((job) => ['--jobs', job])];
}

import { describe, expect, test } from '@jest/globals';
import { recordingTools } from '../../test/stage-tools.js';
import { prepareAll } from './prepare.js';

/** Prepares the whole chain on this repository's own files. */
async function prepareChain(given: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { tools, lines } = recordingTools({ workspace: process.cwd() });
  await prepareAll({ given: { 'fly-api-token': 'fm2_token', ...given }, environment: {} }, tools);
  return lines;
}

const everywhere = {
  'grafana-url': 'http://grafana.lan:3000',
  'grafana-token': 'glsa_token',
  'prometheus-url': 'http://prometheus.lan:9090',
  'prometheus-password': 'correct horse',
  'remote-query-url': 'http://mimir.lan/prometheus',
  'remote-query-user': '12345',
  'remote-query-password': 'a secret',
  'remote-write-url': 'http://mimir.lan/api/v1/push',
  'remote-write-user': '12345',
  'remote-write-password': 'glc_token',
};

describe('a chain whose addresses are not encrypted', () => {
  test('begins nothing, and names each of them once, beside what else is wrong', async () => {
    const failing = prepareChain({ ...everywhere, create: 'true' });
    await expect(failing).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const lines = await failing.catch((thrown: Error) => thrown.message.split('\n'));
    const about = (words: string) => lines.filter((line) => line.includes(words));
    for (const name of ['grafana-url', 'prometheus-url', 'remote-query-url', 'remote-write-url']) {
      expect(about(`Input "${name}" is`)).toHaveLength(1);
    }
    expect(about('"org" is missing')).not.toHaveLength(0);
    expect(lines.join()).not.toMatch(/glsa_token|correct horse|a secret|glc_token/);
  });

  test('is prepared when all hosts are allowed, and nobody is told of a host of another stage', async () => {
    const lines = await prepareChain({
      ...everywhere,
      'allow-insecure-http': 'grafana.lan\nprometheus.lan\nmimir.lan',
    });
    expect(lines.join('\n')).not.toContain('allow-insecure-http');
  });

  test('tells once of a host that was allowed for nothing', async () => {
    const secure = { 'grafana-url': 'https://grafana.lan', 'grafana-token': 'glsa_token' };
    const lines = await prepareChain({ ...secure, 'allow-insecure-http': 'grafana.lan' });
    expect(lines.filter((line) => line.includes('allow-insecure-http'))).toEqual([
      'Input "allow-insecure-http" names grafana.lan, and no address here begins with http://grafana.lan; take it away if no address needs it',
    ]);
  });
});

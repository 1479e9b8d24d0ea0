import { diskFiles, type Http } from '@fly-monitoring/kit';
import { expect, test } from '@jest/globals';
import { recordingTools } from '../../../stages/test/stage-tools.js';
import { makeArchive, releaseServer, sumOf } from '../../test/release-of-flyctl.js';
import { openFlyctl } from './open-flyctl.js';

const archive = makeArchive([{ name: 'flyctl', text: '#!/bin/sh\n' }]);
const inputs = { flyctlVersion: '0.4.79', flyctlChecksum: sumOf(archive) };
const access = { token: undefined, environment: {}, inputs };
const name = `flyctl_0.4.79_${process.platform === 'darwin' ? 'macOS' : 'Linux'}_${process.arch === 'x64' ? 'x86_64' : 'arm64'}.tar.gz`;

function world(http: Http) {
  const { tools, lines } = recordingTools({ workspace: '/checkout', http });
  const files = { ...diskFiles };
  return { tools: { ...tools, files, processes: { ...tools.processes } }, lines };
}

test('the stages of one run share one download, and one warning that it is old', async () => {
  const { http, asked } = releaseServer({ [name]: archive });
  const { tools, lines } = world(http);
  await Promise.all([openFlyctl(access, tools), openFlyctl(access, { ...tools })]);
  await openFlyctl(access, tools);
  expect(asked).toHaveLength(1);
  expect(lines.filter((line) => line.includes('may skip the health checks'))).toEqual([
    'flyctl 0.4.79 may skip the health checks of new machines; use 0.4.80 or newer.',
  ]);
});

test('a failure is not remembered', async () => {
  const { http } = releaseServer({ [name]: [{ kind: 'response', status: 404, headers: {}, body: '' }, archive] });
  const { tools } = world(http);
  await expect(openFlyctl(access, tools)).rejects.toMatchObject({ code: 'TOOL_DOWNLOAD_FAILED' });
  await expect(openFlyctl(access, tools)).resolves.toBeDefined();
});

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { listOf, preflight, repository, run, small, start, uids } from '../../test/import-dashboards-run.js';

const odd = JSON.stringify({ uid: 'odd', title: 'Übersicht', panels: [] });
const resource = { apiVersion: 'dashboard.grafana.app/v2beta1', kind: 'Dashboard', spec: { elements: {}, title: 'X' } };

/** Every way in which a file is no dashboard, with the reason that is told. */
const badFiles: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['is not JSON', '{', /it is not JSON/],
  ['is empty', '', /it is not JSON/],
  ['is Latin-1', Buffer.from(odd, 'latin1'), /it is not UTF-8/],
  ['is UTF-16', Buffer.from(odd, 'utf16le'), /it is encoded as UTF-16LE/],
  ['is compressed', gzipSync(odd), /it is compressed with gzip/],
  ['has no title', '{"panels":[]}', /title is missing/],
  ['has a uid that Grafana refuses', '{"uid":"a b","title":"X","panels":[]}', /uid "a b" may hold only/],
  ['has panels that are none', '{"uid":"odd","title":"X","panels":[1]}', /panels\[0\] must be an object/],
  ['is a V2 resource', JSON.stringify(resource), /it is a V2 resource/],
  ['is another resource', '{"apiVersion":"apps/v1","kind":"Deployment","panels":[]}', /not a Grafana dashboard/],
  ['has a placeholder that nothing fills', `{"uid":"odd","title":"\${DS_X}","panels":[]}`, /\$\{DS_X\} is used, but/],
  [
    'has the uid of another file',
    small.replace('one', 'two'),
    /uid "small" is used by dashboards\/small\.json as well/,
  ],
];

const files = (bad: string | Uint8Array) => ({ ...repository, 'dashboards/bad.json': bad });

describe.each(badFiles)('a file that %s', (what, bad, reason) => {
  const isShared = what.includes('the uid of another');
  const good = isShared ? ['fechatter-overview'] : uids;

  test('keeps no other from being imported; the step fails at the end', async () => {
    const grafana = await start();
    const report = await run({ grafana, files: files(bad) });
    expect(report.conclusion).toBe('failure');
    expect(listOf(report, 'created')).toEqual(good);
    expect(listOf(report, 'failed')).toContain('dashboards/bad.json');
    expect(report.annotations).toContainEqual({
      level: 'error',
      title: 'DASHBOARD_INVALID',
      message: expect.stringMatching(reason),
      place: { file: 'dashboards/bad.json' },
    });
    expect(report.summary).toMatch(/### ❌ import-dashboards: \d created, \d failed/);
    expect(report.summary).toMatch(/\| dashboards\/bad\.json \| ❌ failed \|/);
    expect(report.lines.join('\n')).toMatch(/dashboards\/bad\.json +failed/);
    const again = await run({ grafana, files: files(bad) });
    expect([again.conclusion, listOf(again, 'unchanged')]).toEqual(['failure', good]);
  });

  test('keeps all from being imported where that is asked for', async () => {
    const grafana = await start();
    await expect(run({ grafana, files: files(bad), given: { strict: 'true' } })).rejects.toMatchObject({
      code: 'DASHBOARD_INVALID',
      message: expect.stringMatching(reason),
    });
    expect(grafana.calls().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test.each(['true', 'false'])('is refused before a deploy (strict: %s)', async (strict) => {
    const grafana = await start();
    await expect(preflight({ grafana, files: files(bad), given: { strict } })).rejects.toMatchObject({
      code: 'DASHBOARD_INVALID',
      isTemporary: false,
      message: expect.stringMatching(reason),
    });
    expect(grafana.calls().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('fails a dry run, which changes nothing', async () => {
    const grafana = await start();
    const report = await run({ grafana, files: files(bad), given: { 'dry-run': 'true' } });
    expect(report.conclusion).toBe('failure');
    expect(report.annotations[0]?.message).toMatch(reason);
    expect(report.lines.join('\n')).toMatch(/dashboards\/bad\.json +failed/);
    expect(grafana.state().dashboards).toEqual([]);
  });
});

test('a bad file is refused before a deploy also where Grafana sleeps', async () => {
  const grafana = await start();
  grafana.misbehave({ kind: 'asleep', polls: 1_000 });
  await expect(preflight({ grafana, files: files('{') })).rejects.toMatchObject({
    code: 'DASHBOARD_INVALID',
    isTemporary: false,
  });
});

test('wrong inputs stop all of it, with a bad file or without', async () => {
  const grafana = await start();
  for (const given of [{ overwrite: 'perhaps' }, { strict: 'maybe' }, { dashboards: 'dashboards, nowhere' }]) {
    await expect(run({ grafana, files: files('{'), given })).rejects.toMatchObject({
      code: expect.stringMatching(/INPUT_INVALID|FILE_MISSING/),
    });
  }
  expect(grafana.calls()).toEqual([]);
});

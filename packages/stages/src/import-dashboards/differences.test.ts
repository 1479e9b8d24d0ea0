import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, run, start } from '../../test/import-dashboards-run.js';

const panel = { title: 'Requests', type: 'stat', targets: [{ refId: 'A', expr: 'up' }] };
const files = (title: string) => ({
  'dashboards/shop.json': JSON.stringify({ uid: 'shop', title, refresh: '30s', panels: [panel] }),
});

describe.each(GRAFANA_VERSIONS)('a conflict in Grafana %s', (version) => {
  test.each([1, 2])('tells what was changed since version %i of ours, wherever it is read', async (versions) => {
    const grafana = await start({ version });
    for (let count = 1; count <= versions; count++) await run({ grafana, files: files(`Shop ${count}`) });
    grafana.edit('shop', { refresh: '1m' });
    grafana.edit('shop', { panels: [{ ...panel, id: 4, targets: [{ refId: 'A', expr: 'up == 1' }] }] });
    const report = await run({ grafana, files: files('Shop 3') });
    expect(listOf(report, 'conflicted')).toEqual(['shop']);
    const lines = ['panel "Requests": query A: up → up == 1', 'refresh: 30s → 1m'];
    expect(report.annotations[0]?.message).toContain(`Changed there: ${lines.join(' | ')}. Next: `);
    expect(report.lines).toEqual(expect.arrayContaining(lines.map((line) => `  ${line}`)));
    expect(report.summary).toContain(lines.join('\n'));

    const planned = await run({ grafana, files: files('Shop 3'), given: { 'dry-run': 'true' } });
    expect(planned.annotations[0]?.message).toContain(lines.join(' | '));
  });
});

test('a conflict with what was never imported tells no difference', async () => {
  const grafana = await start();
  grafana.place({ dashboard: { uid: 'shop', title: 'Theirs' } });
  const report = await run({ grafana, files: files('Shop') });
  expect(report.annotations[0]?.message).not.toContain('Changed there');
});

test('a large difference is cut in annotation and log', async () => {
  const grafana = await start();
  await run({ grafana, files: files('Shop') });
  const panels = Array.from({ length: 40 }, (_, number) => ({ title: `P${number}`, type: 'stat' }));
  grafana.edit('shop', { panels });
  const report = await run({ grafana, files: files('Shop') });
  expect(report.annotations[0]?.message).toContain('panel "P3" added | …. Next:');
  expect(report.lines).toContain('  and 29 more changes');
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { GRAFANA_VERSIONS } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, run, start, versionsOf } from './import-dashboards-run.js';

const describeCeph = engineOrSkip(describe, ['ceph-dashboards']);

describeCeph('the dashboards that the Ceph project ships', ({ 'ceph-dashboards': folder }) => {
  /** As they are, and each with a description that was changed. */
  function checkout(description?: string) {
    const files = readdirSync(folder).map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const changed = description === undefined ? text : JSON.stringify({ ...JSON.parse(text), description });
      return [`dashboards/${name}`, changed];
    });
    return Object.fromEntries(files);
  }

  test.each(GRAFANA_VERSIONS)('go into Grafana %s, stay as they are, and take a change', async (version) => {
    const count = readdirSync(folder).length;
    const grafana = await start({ version });
    const sizes = async (files: ReturnType<typeof checkout>) => {
      const report = await run({ grafana, files });
      return ['created', 'updated', 'unchanged', 'failed'].map((output) => [listOf(report, output)].flat().length);
    };
    expect(count).toBeGreaterThan(10);
    expect(await sizes(checkout())).toEqual([count, 0, 0, 0]);
    expect(await sizes(checkout())).toEqual([0, 0, count, 0]);
    expect(await sizes(checkout('changed'))).toEqual([0, count, 0, 0]);
    expect(new Set(versionsOf(grafana))).toEqual(new Set([2]));
  });
});

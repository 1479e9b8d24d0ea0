import { readdirSync, readFileSync } from 'node:fs';
import { parseDashboard } from '@fly-monitoring/grafana';
import { describe, expect, test } from '@jest/globals';
import { dashboardFiles } from './index.js';

const folder = new URL('../', import.meta.url);
const notDashboards = ['package.json', 'tsconfig.json'];

describe('the committed dashboard files', () => {
  test('are exactly those that the code emits', () => {
    const committed = readdirSync(folder).filter((name) => name.endsWith('.json') && !notDashboards.includes(name));
    expect(committed.sort()).toEqual(Object.keys(dashboardFiles).sort());
  });

  test.each(Object.entries(dashboardFiles))(
    '%s holds what the code emits (node dashboards/lib/emit.js)',
    (name, text) => {
      expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
    },
  );

  test.each(Object.entries(dashboardFiles))(
    '%s is a dashboard that Grafana takes, with a uid of its own',
    (file, text) => {
      expect(parseDashboard(text, { file })).toMatchObject({ kind: 'dashboard', document: { notes: [] } });
    },
  );
});

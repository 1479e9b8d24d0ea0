import { describe, expect, test } from '@jest/globals';
import { parseDashboard } from './parse-dashboard.js';

function parsed(value: object): { readonly json: unknown; readonly notes: readonly string[] } {
  const result = parseDashboard(JSON.stringify({ uid: 'odd', title: 'Odd', ...value }), { file: 'odd.json' });
  return result.kind === 'dashboard' ? result.document : { json: result, notes: [] };
}

describe('a dashboard that Grafana mends when it loads it is taken, with a note', () => {
  test('two panels of one id: the second gets the next free id, inside rows too', () => {
    const { json, notes } = parsed({
      panels: [
        { id: 3, title: 'One' },
        { id: 7, type: 'row', title: 'Row', panels: [{ id: 3, title: 'Two' }] },
        { id: 3, title: 'Three' },
      ],
    });
    expect(json).toMatchObject({ panels: [{ id: 3 }, { id: 7, panels: [{ id: 8 }] }, { id: 9 }] });
    expect(notes).toEqual([
      'panel id 3 is used by panel "One" and by panel "Two"; the second gets 8',
      'panel id 3 is used by panel "One" and by panel "Three"; the second gets 9',
    ]);
  });

  test('two panels of one id in the rows of an old dashboard', () => {
    const { json } = parsed({ rows: [{ panels: [{ id: 1 }] }, { panels: [{ id: 1 }] }] });
    expect(json).toMatchObject({ rows: [{ panels: [{ id: 1 }] }, { panels: [{ id: 2 }] }] });
  });

  test('two queries of one refId: the second gets the next free letter', () => {
    const targets = [{ refId: 'A' }, { refId: 'A' }, { refId: 'B' }];
    const { json, notes } = parsed({ panels: [{ id: 1, title: 'One', targets }] });
    expect(json).toMatchObject({ panels: [{ targets: [{ refId: 'A' }, { refId: 'C' }, { refId: 'B' }] }] });
    expect(notes).toEqual(['refId A is used twice in panel "One"; the second query gets C']);
  });

  test('more queries of one refId than letters', () => {
    const targets = Array.from({ length: 28 }, () => ({ refId: 'A' }));
    const { json } = parsed({ panels: [{ id: 1, targets }] });
    const [panel] = (json as { panels: [{ targets: { refId: string }[] }] }).panels;
    expect(new Set(panel.targets.map(({ refId }) => refId)).size).toBe(28);
  });

  test('null entries among panels, rows and queries', () => {
    const { json, notes } = parsed({
      panels: [null, { id: 1, title: 'One', targets: [null, { refId: 'A', expr: null }] }],
    });
    expect(json).toMatchObject({ panels: [{ id: 1, targets: [{ refId: 'A' }] }] });
    expect(notes).toEqual([
      'panels of the dashboard holds null once; left out',
      'targets of panel "One" holds null once; left out',
    ]);
  });

  test('null rows beside panels, and null panels beside rows', () => {
    expect(parsed({ panels: [{ id: 1 }], rows: null }).json).toEqual({ uid: 'odd', title: 'Odd', panels: [{ id: 1 }] });
    const rows = [{ panels: [{ id: 1 }] }];
    expect(parsed({ panels: null, rows }).json).toEqual({ uid: 'odd', title: 'Odd', rows });
  });

  test.each([{ panels: null }, { rows: null }, { schemaVersion: 42 }])('no panels at all: %j', (fields) => {
    const { json, notes } = parsed(fields);
    expect(json).toMatchObject({ uid: 'odd', panels: [] });
    expect(notes).toEqual(['it has no panels: its page will be empty']);
  });
});

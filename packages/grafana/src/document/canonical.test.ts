import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalDashboard, contentHash } from './canonical.js';

const inner = { title: 'In', libraryPanel: { uid: 'l', name: 'L' } };
const base = { title: 'Shop', tags: ['a', 'b'], panels: [{ type: 'row', panels: [inner] }] };

describe('contentHash', () => {
  test.each([
    ['the order of keys', { panels: base.panels, tags: base.tags, title: base.title }],
    ['the numbers of the dashboard', { ...base, id: 4, version: 7, iteration: 99 }],
    [
      'the number of a panel, also inside a row',
      { ...base, panels: [{ id: 1, type: 'row', panels: [{ ...inner, id: 2 }] }] },
    ],
    [
      'what Grafana adds to a library panel',
      {
        ...base,
        panels: [
          { type: 'row', panels: [{ title: 'In', libraryPanel: { uid: 'l', name: 'L', version: 3, meta: {} } }] },
        ],
      },
    ],
  ])('does not change with %s', (_, json) => {
    expect(contentHash(json)).toBe(contentHash(base));
  });

  test.each([
    ['the title', { ...base, title: 'Shops' }],
    ['the order of a list', { ...base, tags: ['b', 'a'] }],
    ["an id that is not a panel's", { ...base, links: [{ id: 1 }] }],
    [
      'another library panel',
      { ...base, panels: [{ type: 'row', panels: [{ title: 'In', libraryPanel: { uid: 'm', name: 'L' } }] }] },
    ],
  ])('changes with %s', (_, json) => {
    expect(contentHash(json)).not.toBe(contentHash(base));
  });
});

test('a dashboard that has been through JSON is the same dashboard', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (json) => {
      const again = JSON.parse(JSON.stringify(json)) as Record<string, unknown>;
      expect(canonicalDashboard(again)).toBe(canonicalDashboard(json));
    }),
  );
});

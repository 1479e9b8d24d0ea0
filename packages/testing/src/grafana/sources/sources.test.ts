import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Behaviour } from '../../conformance/behaviour.js';
import { ROUTES } from '../routes/routes.js';
import { BEHAVIOURS } from './behaviours.js';
import { withGrafanaBehaviours } from './document.js';
import { MISBEHAVIOUR_SOURCES } from './misbehaviours.js';
import { ROUTE_SOURCES } from './routes.js';

/** A file or a page of grafana/grafana, an issue, another project, or a page of grafana.com. */
const SOURCE = /^pkg\/[\w/.-]+\.go|^docs\/sources\/[\w/.-]+\.md|^[\w-]+\/[\w-]+(#\d+| )|^grafana\.com\//;
const all: readonly Behaviour[] = [...Object.values(BEHAVIOURS).flat(), ...Object.values(MISBEHAVIOUR_SOURCES)];

describe('the table of sources', () => {
  test.each(all)('says where "$what" is known from, or why it is assumed', ({ sources, assumed }) => {
    if (assumed === undefined) expect(sources.length).toBeGreaterThan(0);
    else expect(assumed).not.toBe('');
    for (const source of sources) expect(source).toMatch(SOURCE);
  });

  test('has every route that there is, and no other', () => {
    expect(Object.keys(ROUTE_SOURCES).sort()).toEqual(ROUTES.map(({ on }) => on).sort());
    for (const source of Object.values(ROUTE_SOURCES)) expect(source).toMatch(SOURCE);
  });

  test('is what the README says; "npm run generate" writes it', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(withGrafanaBehaviours(readme)).toBe(readme);
  });
});

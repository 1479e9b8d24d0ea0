import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { probes } from '../packages/testing/src/grafana/conformance/probes/index.js';

const folder = 'packages/grafana/src';

/** Addresses below /api and /login as they stand in the code of the client, with what is filled in left out. */
function addressesOfClient(): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true }).map(String);
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const texts = sources.map((file) => readFileSync(join(folder, file), 'utf8'));
  const written = texts.flatMap((text) => [...text.matchAll(/[`'}](?<address>\/(?:api|login|apis)\b[^`'\s]*)[`']/g)]);
  return new Set(written.map((match) => plain(match.groups?.['address'] ?? '')));
}

function plain(address: string): string {
  const [path = ''] = address.replaceAll(/\$?\{[^}]*\}/g, '*').split('?');
  return path.replaceAll(/[^/]*\*[^/]*/g, '*').replace(/\/$/, '');
}

/** By its number: only Grafana 9 needs it, and the record by uid is probed there. */
const byNumber = '/api/dashboards/id/*/versions';

test('every address that the client of Grafana asks has a probe', () => {
  const probed = new Set(probes.flatMap(({ steps }) => steps.map(({ ask }) => plain(ask.split(' ')[1] ?? ''))));
  const asked = [...addressesOfClient()].filter((address) => address !== byNumber);
  expect(asked.length).toBeGreaterThan(9);
  expect(
    asked.filter((address) => ![...probed].some((one) => one === address || one.startsWith(`${address}/`))),
  ).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import type { Scene } from '../probe.js';
import { startAnswerer } from './answerer.js';
import { parseSelections, project } from './graphql.js';

async function ask(scene: Scene, target: string, body?: unknown) {
  const answerer = await startAnswerer('shop', scene);
  try {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${answerer.url}${target}`, init);
    return { status: response.status, text: await response.text(), unanswered: answerer.unanswered };
  } finally {
    await answerer.close();
  }
}

describe('a GraphQL document', () => {
  test('is answered with what it asks for, under the names it wants', () => {
    const document = 'query($a: String!) { one: app(name: $a, deep: { b: 1 }) { id nodes { x } } other }';
    const value = { app: { id: 1, secret: 2, nodes: [{ x: 3, y: 4 }] }, other: null };
    expect(project(parseSelections(document), value)).toEqual({ one: { id: 1, nodes: [{ x: 3 }] }, other: null });
  });

  test('that asks for a field nothing is prepared for is refused by name', () => {
    expect(() => project(parseSelections('{ app { id size } }'), { app: { id: 1 } })).toThrow('app.size');
  });
});

describe('the answerer', () => {
  test('answers the machines API and GraphQL', async () => {
    expect(JSON.parse((await ask('live-app', '/v1/apps/shop/machines')).text)).toHaveLength(2);
    const { text } = await ask('empty-app', '/graphql', { query: '{ app(name: "shop") { deployed } }' });
    expect(JSON.parse(text)).toEqual({ data: { app: { deployed: false } } });
  });

  test('fails loudly, and notes it, when nothing is prepared', async () => {
    const { status, unanswered } = await ask('live-app', '/v1/apps/shop/dreams');
    expect([status, unanswered]).toEqual([501, ['GET /v1/apps/shop/dreams ']]);
  });

  test('passes over a scrape of another test', async () => {
    const answerer = await startAnswerer('shop', 'nothing');
    const { status } = await fetch(`${answerer.url}/metrics`, { headers: { 'user-agent': 'Prometheus/3.5' } });
    await answerer.close();
    expect([status, answerer.requests, answerer.unanswered]).toEqual([404, [], []]);
  });

  test.each([
    ['no-app', 404],
    ['token-refused', 401],
    ['fly-unavailable', 503],
    ['machines-api-unavailable', 503],
  ] as const)('in the scene %s it refuses with %i', async (scene, expected) => {
    expect((await ask(scene, '/v1/apps/shop/machines')).status).toBe(expected);
  });
});

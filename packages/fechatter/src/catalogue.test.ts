import { readFile } from 'node:fs/promises';
import { renderCatalogueFile } from '@fly-monitoring/metrics';
import { expect, test } from '@jest/globals';
import { buildCatalogue } from './catalogue-document.js';
import { replaceTables } from './catalogue-table.js';

/** The names that dashboards, rules and people rely on. */
const promised: Readonly<Record<string, readonly string[]>> = {
  fechatter_server: [
    'fechatter_http_requests_total',
    'fechatter_http_request_duration_seconds',
    'fechatter_active_users',
    'fechatter_messages_sent_total',
    'fechatter_websocket_connections',
    'fechatter_cache_operations_total',
    'fechatter_cache_hits_total',
  ],
  notify_server: [
    'notify_sse_connections_active',
    'notify_sse_connections_total',
    'notify_sse_messages_sent_total',
    'notify_nats_events_processed_total',
    'notify_online_users_gauge',
  ],
  analytics_server: [
    'analytics_events_processed_total',
    'analytics_clickhouse_operations_total',
    'analytics_sessions_active',
    'analytics_processing_duration_seconds',
  ],
  bot_server: [
    'bot_nats_events_processed_total',
    'bot_ai_agent_requests_total',
    'bot_embeddings_generated_total',
    'bot_processing_duration_seconds',
  ],
};

test('metrics-catalogue.json is what the code says (else: node packages/fechatter/lib/emit-catalogue.js)', async () => {
  const committed = await readFile(new URL('../metrics-catalogue.json', import.meta.url), 'utf8');
  expect(committed).toBe(renderCatalogueFile(await buildCatalogue()));
});

test('the tables in the README are what the code says', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toBe(replaceTables(readme, await buildCatalogue()));
});

test.each(Object.entries(promised))(
  '%s exposes what is promised, and the two shared families',
  async (service, names) => {
    const { metrics } = await buildCatalogue();
    const own = metrics.filter(({ services }) => services.includes(service)).map(({ name }) => name);
    expect(own).toEqual(
      expect.arrayContaining([...names, 'fechatter_http_requests_total', 'process_cpu_seconds_total']),
    );
  },
);

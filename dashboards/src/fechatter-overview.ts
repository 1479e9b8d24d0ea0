import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  MappingType,
  QueryVariableBuilder,
  RowBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import {
  MessagesPerSecond,
  PercentUnit,
  RequestsPerSecond,
  Seconds,
  Short,
} from '@grafana/grafana-foundation-sdk/units';
import { figure, graph, type PanelFacts, stackedGraph, tiles } from './panels.js';
import * as queries from './queries.js';

/** People wait for these answers: half a second is felt, a second interrupts. */
const responseTimeLimits = [
  ['yellow', 0.5],
  ['red', 1],
] as const;
const errorLimits = [
  ['yellow', 0.01],
  ['red', 0.05],
] as const;
/** No reads at all are 0 % too, and no alarm: hence not red. */
const hitRateLimits = [
  ['text', 0],
  ['yellow', 0.25],
  ['green', 0.75],
] as const;

const byService = (expr: string) => [{ expr, legend: '{{service}}' }];
const worstOf = (expr: string, legend: string) => [{ expr: `max(${expr})`, legend }];

const now = [
  tiles({
    title: 'Services',
    description: 'Whether Prometheus reads the metrics of every machine of the service.',
    unit: Short,
    columns: 8,
    limits: [
      ['red', 0],
      ['green', 1],
    ],
    lines: byService(queries.serviceUp),
  }).mappings([
    {
      type: MappingType.ValueToText,
      options: { '0': { text: 'down', index: 0 }, '1': { text: 'up', index: 1 } },
    },
  ]),
  figure({
    title: 'Requests',
    description: 'Requests a second, all selected services together.',
    unit: RequestsPerSecond,
    columns: 4,
    lines: [{ expr: `sum(${queries.requestRate})`, legend: 'requests' }],
  }),
  figure({
    title: 'Errors, worst service',
    description: 'Share of requests answered with 5xx, of the service where it is highest.',
    unit: PercentUnit,
    columns: 4,
    limits: errorLimits,
    lines: worstOf(queries.errorRatio, 'errors'),
  }),
  figure({
    title: 'P95, slowest service',
    description: '95 of 100 requests were answered within this time, in the service where it is longest.',
    unit: Seconds,
    columns: 4,
    limits: responseTimeLimits,
    lines: worstOf(queries.responseTime(0.95), 'P95'),
  }),
  figure({
    title: 'Messages',
    description: 'Messages a second, of people and bots.',
    unit: MessagesPerSecond,
    columns: 4,
    lines: [{ expr: queries.messagesSentInAll, legend: 'messages' }],
  }),
];

function responseTime(name: string, quantile: number): PanelFacts {
  return {
    title: `${name} response time`,
    description: `${quantile * 100} of 100 requests were answered within this time. Streams and WebSockets are not counted; no requests show as 0.`,
    unit: Seconds,
    columns: 12,
    limits: responseTimeLimits,
    lines: byService(queries.responseTime(quantile)),
  };
}

const http = [
  graph({
    title: 'Request rate by service',
    description: 'Requests a second that each service answered.',
    unit: RequestsPerSecond,
    columns: 12,
    lines: byService(queries.requestRate),
  }),
  graph({
    title: 'Error rate by service',
    description: 'Share of requests answered with 5xx. The lines are at 1 % and 5 %.',
    unit: PercentUnit,
    columns: 12,
    limits: errorLimits,
    lines: byService(queries.errorRatio),
  }).axisSoftMax(0.1),
  graph(responseTime('P95', 0.95)),
  graph(responseTime('P99', 0.99)),
];

const chat = [
  graph({
    title: 'Active users',
    description:
      'Active: did something within the last five minutes. Online: has an event stream open. Somebody on two machines counts twice.',
    unit: Short,
    columns: 12,
    lines: [
      { expr: queries.activeUsers, legend: 'active' },
      { expr: queries.onlineUsers, legend: 'online' },
    ],
  }),
  stackedGraph({
    title: 'Messages sent',
    description: 'Messages a second, by who wrote them.',
    unit: MessagesPerSecond,
    columns: 12,
    lines: [{ expr: queries.messagesSent, legend: '{{sender}}' }],
  }),
  stackedGraph({
    title: 'Active connections',
    description: 'Connections that are open now: event streams (SSE) of notify_server, WebSockets of fechatter_server.',
    unit: Short,
    columns: 12,
    lines: [
      { expr: queries.eventStreams, legend: 'SSE' },
      { expr: queries.webSockets, legend: 'WebSocket' },
    ],
  }),
  graph({
    title: 'Cache hit rate',
    description: 'Share of reads that the cache answered. No reads show as 0.',
    unit: PercentUnit,
    columns: 12,
    limits: hitRateLimits,
    lines: [{ expr: queries.cacheHitRatio, legend: 'hits' }],
  }).max(1),
];

/** The page to open first: is everything there, is it fast, does anybody use it. */
export function fechatterOverview(): Dashboard {
  const page = new DashboardBuilder('Fechatter Overview')
    .uid('fechatter-overview')
    .description(
      'Is everything there, is it fast, does anybody use it. Made from code: a change belongs into dashboards/src.',
    )
    .tags(['fechatter', 'fly-monitoring'])
    .readonly()
    .refresh('30s')
    .time({ from: 'now-1h', to: 'now' })
    .timezone('browser')
    .tooltip(DashboardCursorSync.Crosshair)
    .withVariable(new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'))
    .withVariable(serviceVariable());
  for (const panel of now) page.withPanel(panel);
  page.withRow(new RowBuilder('HTTP, selected services'));
  for (const panel of http) page.withPanel(panel);
  page.withRow(new RowBuilder('Chat, all services'));
  for (const panel of chat) page.withPanel(panel);
  return page.build();
}

function serviceVariable(): QueryVariableBuilder {
  return new QueryVariableBuilder('service')
    .label('Service')
    .description('Filters the figures at the top (all but messages) and the HTTP row.')
    .datasource({ type: 'prometheus', uid: `\${datasource}` })
    .query('label_values(up{service!="", job!="prometheus"}, service)')
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue('.+')
    .current({ selected: true, text: 'All', value: '$__all' });
}

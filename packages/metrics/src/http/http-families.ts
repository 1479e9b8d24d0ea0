import { type Aggregator, MetricFamily } from '../store/family.js';
import type { HistogramCells } from '../store/histogram-cells.js';
import type { Labels } from '../store/label-sets.js';
import { CellSeries, ColumnSeries, ComputedSeries, type Series } from '../store/series.js';
import { type HttpFamilyOptions, type HttpMetric, httpDefinitions, httpMetrics } from './http-definitions.js';
import type { InFlight } from './in-flight.js';
import { ABORTED_COLUMN, LONG_LIVED_COLUMN, REQUESTS_COLUMN, type RequestLog } from './request-log.js';

/** Where the values of the HTTP metrics are. */
export interface HttpValues {
  readonly log: RequestLog;
  readonly inFlight: InFlight;
  readonly info: Labels;
}

/** The families of one `metrics()`, ready for a registry. */
export function createHttpFamilies(options: HttpFamilyOptions, owner: string, values: HttpValues): MetricFamily[] {
  const definitions = httpDefinitions(options);
  return httpMetrics(options).map((metric) => {
    const [name, { help, type }] = definitions[metric];
    const aggregator: Aggregator = metric === 'buildInfo' ? 'first' : 'sum';
    return new MetricFamily({ name, help, type, owner, aggregator, series: seriesOf(metric, values) });
  });
}

function seriesOf(metric: HttpMetric, { log, inFlight, info }: HttpValues): Series {
  switch (metric) {
    case 'requests':
      return new ColumnSeries(log.requests, REQUESTS_COLUMN);
    case 'duration':
      return new CellSeries(log.duration, { exemplars: log.exemplars, native: log.native, showsEmpty: false });
    case 'requestSize':
      return sizes(log.requestSize);
    case 'responseSize':
      return sizes(log.responseSize);
    case 'firstByte':
      return sizes(log.firstByte);
    case 'inFlight':
      return new ComputedSeries({ read: () => inFlight.count });
    case 'aborted':
      return new ColumnSeries(log.events, ABORTED_COLUMN);
    case 'longLived':
      return new ColumnSeries(log.events, LONG_LIVED_COLUMN);
    case 'longLivedInFlight':
      return new ComputedSeries({ read: () => inFlight.longLivedCount });
    case 'seriesDropped':
      return new ComputedSeries({ read: () => log.overflowed });
    case 'buildInfo':
      return new ComputedSeries({ labels: info, read: () => 1 });
  }
}

/** A series that holds nothing for a histogram (a long-lived response has no latency) is left out of it. */
function sizes(cells: HistogramCells | undefined): Series {
  if (cells === undefined) throw new Error('A histogram was asked for that is not measured.');
  return new CellSeries(cells, { showsEmpty: false });
}

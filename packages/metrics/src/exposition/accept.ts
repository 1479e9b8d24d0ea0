export type ExpositionFormat = 'protobuf' | 'openmetrics' | 'text';

/** https://prometheus.io/docs/instrumenting/content_negotiation/ ; Prometheus 3 refuses a blank or unknown type. */
export const CONTENT_TYPES: Readonly<Record<ExpositionFormat, string>> = {
  protobuf: 'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  text: 'text/plain; version=0.0.4; charset=utf-8',
};

interface Preference {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
}

/**
 * The format a scraper likes best. Of two that it likes alike, the one that says more: protobuf has the native
 * histograms, OpenMetrics the exemplars. Text for everybody else: everything reads it.
 */
export function selectFormat(accept: string | undefined): ExpositionFormat {
  const preferences = parsePreferences(accept);
  const protobuf = bestQuality(preferences, isProtobuf);
  const openMetrics = bestQuality(preferences, isOpenMetrics);
  const text = bestQuality(preferences, ({ type }) => type === 'text/plain');
  if (protobuf > 0 && protobuf >= openMetrics && protobuf >= text) return 'protobuf';
  return openMetrics > 0 && openMetrics >= text ? 'openmetrics' : 'text';
}

/** Whether the body may be compressed. Said of gzip itself, or of everything. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const preferences = parsePreferences(acceptEncoding);
  const gzip = preferences.find(({ type }) => type === 'gzip') ?? preferences.find(({ type }) => type === '*');
  return gzip !== undefined && gzip.quality > 0;
}

function bestQuality(preferences: readonly Preference[], fits: (preference: Preference) => boolean): number {
  return preferences.filter(fits).reduce((best, { quality }) => Math.max(best, quality), 0);
}

function isProtobuf({ type, parameters }: Preference): boolean {
  return (
    type === 'application/vnd.google.protobuf' &&
    parameters.get('proto') === 'io.prometheus.client.metricfamily' &&
    (parameters.get('encoding') ?? 'delimited') === 'delimited'
  );
}

/** Versions 0.0.1 and 1.0.0 read the same for what is exposed here; of others nothing is known. */
function isOpenMetrics({ type, parameters }: Preference): boolean {
  return type === 'application/openmetrics-text' && ['1.0.0', '0.0.1'].includes(parameters.get('version') ?? '1.0.0');
}

function parsePreferences(header: string | undefined): Preference[] {
  return (header ?? '').split(',').map(parsePreference);
}

function parsePreference(text: string): Preference {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim().toLowerCase());
  const parameters = new Map(rest.map((parameter) => splitParameter(parameter)));
  const quality = Number(parameters.get('q') ?? '1');
  return { type, parameters, quality: Number.isFinite(quality) ? quality : 0 };
}

function splitParameter(parameter: string): [string, string] {
  const [name = '', value = ''] = parameter.split('=');
  return [name.trim(), value.trim().replaceAll('"', '')];
}

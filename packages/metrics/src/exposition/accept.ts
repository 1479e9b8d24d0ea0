export type ExpositionFormat = 'text' | 'openmetrics';

/** https://prometheus.io/docs/instrumenting/content_negotiation/ ; Prometheus 3 refuses a blank or unknown type. */
export const CONTENT_TYPES: Readonly<Record<ExpositionFormat, string>> = {
  text: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
};

interface Preference {
  readonly type: string;
  readonly version: string | undefined;
  readonly quality: number;
}

/** OpenMetrics when the scraper likes it at least as much as text, else text, which everything reads. */
export function selectFormat(accept: string | undefined): ExpositionFormat {
  const preferences = (accept ?? '').split(',').map(parsePreference);
  const openMetrics = preferences.filter(isOpenMetrics).reduce((best, { quality }) => Math.max(best, quality), 0);
  const text = preferences
    .filter(({ type }) => type === 'text/plain')
    .reduce((best, { quality }) => Math.max(best, quality), 0);
  return openMetrics > 0 && openMetrics >= text ? 'openmetrics' : 'text';
}

/** Versions 0.0.1 and 1.0.0 read the same for what is exposed here; of others nothing is known. */
function isOpenMetrics({ type, version }: Preference): boolean {
  return (
    type === 'application/openmetrics-text' && (version === undefined || version === '1.0.0' || version === '0.0.1')
  );
}

function parsePreference(text: string): Preference {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const values = new Map(parameters.map((parameter) => splitParameter(parameter)));
  const quality = Number(values.get('q') ?? '1');
  return { type, version: values.get('version'), quality: Number.isFinite(quality) ? quality : 0 };
}

function splitParameter(parameter: string): [string, string] {
  const [name = '', value = ''] = parameter.split('=');
  return [name.trim(), value.trim().replaceAll('"', '')];
}

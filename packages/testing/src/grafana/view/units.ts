const SHORT: readonly (readonly [from: number, suffix: string])[] = [
  [1e9, ' Bil'],
  [1e6, ' Mil'],
  [1e3, ' K'],
];
const BYTES: readonly (readonly [from: number, suffix: string])[] = [
  [1024 ** 3, ' GiB'],
  [1024 ** 2, ' MiB'],
  [1024, ' KiB'],
];
const SUFFIX: Readonly<Record<string, string>> = {
  reqps: ' req/s',
  ops: ' ops/s',
  mps: ' msg/s',
  cps: ' c/s',
  eps: ' ev/s',
  wps: ' wr/s',
  rps: ' rd/s',
  ms: ' ms',
  percent: '%',
};

/** A value as Grafana would write it, in three significant figures. */
export function formatValue(value: number, unit: string): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : `${value < 0 ? '-' : ''}∞`;
  }
  if (unit === 'percentunit') {
    return `${figures(value * 100)}%`;
  }
  if (unit === 's') {
    return duration(value);
  }
  if (unit === 'bytes') {
    return scaled(value, BYTES, ' B');
  }
  return scaled(value, SHORT, '') + (SUFFIX[unit] ?? '');
}

function duration(seconds: number): string {
  const size = Math.abs(seconds);
  if (size !== 0 && size < 0.001) {
    return `${figures(seconds * 1e6)} µs`;
  }
  if (size < 1) {
    return size === 0 ? '0 s' : `${figures(seconds * 1000)} ms`;
  }
  return size < 120 ? `${figures(seconds)} s` : `${figures(seconds / 60)} min`;
}

function scaled(value: number, scale: readonly (readonly [number, string])[], plain: string): string {
  const step = scale.find(([from]) => Math.abs(value) >= from);
  return step === undefined ? figures(value) + plain : figures(value / step[0]) + step[1];
}

function figures(value: number): string {
  return String(Number(value.toPrecision(3)));
}

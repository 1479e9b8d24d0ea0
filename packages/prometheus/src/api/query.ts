import { asText, asUnknown, fields, listOf, oneOf, type Read, recordOf, WrongField } from '@fly-monitoring/kit';
import type { Labels } from './targets.js';

export interface Point {
  readonly atMs: number;
  readonly value: number;
}

export interface Series {
  readonly labels: Labels;
  readonly points: readonly Point[];
}

/** A vector is series of one point each, a scalar one series without labels. */
export type QueryResult =
  | { readonly type: 'series'; readonly series: readonly Series[] }
  | { readonly type: 'text'; readonly text: string };

/** PromQL writes numbers as texts, because JSON has neither NaN nor infinities. */
function asSampleValue(value: unknown, path: string): number {
  const text = asText(value, path);
  const special: Readonly<Record<string, number>> = {
    NaN: Number.NaN,
    '+Inf': Number.POSITIVE_INFINITY,
    '-Inf': Number.NEGATIVE_INFINITY,
  };
  const number = special[text] ?? Number(text);
  if (Number.isNaN(number) && text !== 'NaN') throw new WrongField(path, 'a number in a text', value);
  return number;
}

const asPoint: Read<Point> = (value, path) => {
  if (!Array.isArray(value) || typeof value[0] !== 'number')
    throw new WrongField(path, 'a pair of time and value', value);
  return { atMs: value[0] * 1_000, value: asSampleValue(value[1], `${path}[1]`) };
};

/** A native histogram: its count stands for it, which tells data from none. */
const asHistogramPoint: Read<Point> = (value, path) => {
  if (!Array.isArray(value) || typeof value[0] !== 'number')
    throw new WrongField(path, 'a pair of time and histogram', value);
  const { count } = fields({ count: asSampleValue })(value[1], `${path}[1]`);
  return { atMs: value[0] * 1_000, value: count };
};

const asSeries: Read<Series> = (value, path) => {
  const { metric } = fields({ metric: recordOf(asText) })(value, path);
  const object = value as Readonly<Record<string, unknown>>;
  const points = (name: string, read: Read<readonly Point[]>) =>
    object[name] === undefined ? [] : read(object[name], `${path}.${name}`);
  return {
    labels: metric,
    points: [
      ...points('value', (one, at) => [asPoint(one, at)]),
      ...points('values', listOf(asPoint)),
      ...points('histogram', (one, at) => [asHistogramPoint(one, at)]),
      ...points('histograms', listOf(asHistogramPoint)),
    ],
  };
};

export const asQueryResult: Read<QueryResult> = (value, path) => {
  const read = fields({ resultType: oneOf('vector', 'matrix', 'scalar', 'string'), result: asUnknown });
  const { resultType, result } = read(value, path);
  const at = `${path}.result`;
  switch (resultType) {
    case 'vector':
    case 'matrix':
      return { type: 'series', series: listOf(asSeries)(result, at) };
    case 'scalar':
      return { type: 'series', series: [{ labels: {}, points: [asPoint(result, at)] }] };
    case 'string':
      return { type: 'text', text: listOf(asUnknown)(result, at).slice(1).map(String).join('') };
  }
};

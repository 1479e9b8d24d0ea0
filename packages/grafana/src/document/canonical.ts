import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../json.js';

/** Grafana writes these itself on saving; they say nothing about what the page shows. */
const assignedByGrafana = new Set(['id', 'version', 'iteration']);

/**
 * The dashboard as one text in which two equal dashboards are equal: keys sorted, and without what Grafana fills in
 * (numbers of the dashboard and its panels, details of library panels).
 */
export function canonicalDashboard(json: JsonObject): string {
  return JSON.stringify(canonicalObject(json, 'dashboard'));
}

/** Changes with the content, and only then; long enough that two contents of one dashboard never share it. */
export function contentHash(json: JsonObject): string {
  return createHash('sha256').update(canonicalDashboard(json)).digest('hex').slice(0, 16);
}

type Place = 'dashboard' | 'panel' | 'libraryPanel' | 'inside';

function canonicalObject(value: JsonObject, place: Place): JsonObject {
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && isKept(key, place))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, placeOf(key, place))]));
}

function canonical(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(item, place));
  return isObject(value) ? canonicalObject(value, place) : value;
}

function isKept(key: string, place: Place): boolean {
  if (place === 'dashboard') return !assignedByGrafana.has(key);
  if (place === 'panel') return key !== 'id';
  return place === 'libraryPanel' ? key === 'uid' || key === 'name' : true;
}

function placeOf(key: string, place: Place): Place {
  if (key === 'panels' && (place === 'dashboard' || place === 'panel')) return 'panel';
  return key === 'libraryPanel' && place === 'panel' ? 'libraryPanel' : 'inside';
}

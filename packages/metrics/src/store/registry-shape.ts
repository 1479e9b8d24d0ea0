import { isFunction, type Shape } from '../shapes.js';
import type { MetricsRegistry } from './registry.js';

const NEEDED = [
  'registerMetric',
  'getSingleMetric',
  'getMetricsAsJSON',
  'setDefaultLabels',
] as const satisfies readonly (keyof MetricsRegistry)[];

/** A registry of prom-client, or of whoever has the same methods. */
export const REGISTRY: Shape = {
  wanted: `a prom-client registry, or another object with ${NEEDED.join('(), ')}()`,
  fits: (value) =>
    typeof value === 'object' && value !== null && NEEDED.every((name) => isFunction(Reflect.get(value, name))),
};

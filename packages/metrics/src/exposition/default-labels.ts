import type { MetricsRegistry } from '../store/registry.js';

/** The labels a registry puts on every series, where a series has none of that name. */
export type DefaultLabels = readonly (readonly [name: string, value: string])[];

/**
 * Reads a registry's default labels. No registry tells them, but each renders one of its metrics with them: one that
 * has a single series without labels of its own shows them and nothing else.
 */
export async function readDefaultLabels(registry: MetricsRegistry, unlabelled: string): Promise<DefaultLabels> {
  if (registry.getSingleMetric(unlabelled) === undefined) return [];
  const text = await registry.getSingleMetricAsString?.(unlabelled);
  const sample = text?.split('\n').find((line) => line !== '' && !line.startsWith('#'));
  return [...(sample ?? '').matchAll(/([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g)].map(
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  );
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char));
}

import type { ExpositionFormat, MetricFamily, MetricType, Sample } from './types.js';

interface Growing {
  readonly name: string;
  type: MetricType | undefined;
  help: string | undefined;
  unit: string | undefined;
  readonly samples: Sample[];
}

const suffixes: Readonly<Partial<Record<MetricType, readonly string[]>>> = {
  counter: ['_total', '_created'],
  histogram: ['_bucket', '_sum', '_count', '_created'],
  gaugehistogram: ['_bucket', '_gsum', '_gcount'],
  summary: ['_sum', '_count', '_created'],
  info: ['_info'],
};

/** Sorts lines into families. Its methods return what is wrong, in words. */
export class FamilyCollector {
  readonly #families = new Map<string, Growing>();
  readonly #seen = new Set<string>();

  constructor(readonly format: ExpositionFormat) {}

  setType(name: string, type: MetricType): string | undefined {
    const family = this.#familyNamed(name);
    if (family.type !== undefined) return `the type of ${name} is written twice`;
    if (family.samples.length > 0) return `the type of ${name} must stand before its samples`;
    family.type = type;
    return undefined;
  }

  setHelp(name: string, help: string): string | undefined {
    const family = this.#familyNamed(name);
    if (family.help !== undefined) return `the help of ${name} is written twice`;
    family.help = help;
    return undefined;
  }

  setUnit(name: string, unit: string): undefined {
    this.#familyNamed(name).unit = unit;
  }

  addSample(sample: Sample): string | undefined {
    const identity = JSON.stringify([sample.name, Object.entries(sample.labels).sort(), sample.timestampMs]);
    const isRepeated = this.#seen.has(identity);
    this.#seen.add(identity);
    this.#familyOf(sample).samples.push(sample);
    return isRepeated ? `${sample.name} is written twice with the same labels` : undefined;
  }

  families(): readonly MetricFamily[] {
    return [...this.#families.values()].map(({ name, type, help, unit, samples }) => ({
      name,
      type: type ?? 'untyped',
      ...(help === undefined ? {} : { help }),
      ...(unit === undefined ? {} : { unit }),
      samples,
    }));
  }

  #familyNamed(name: string): Growing {
    const known = this.#families.get(name);
    if (known !== undefined) return known;
    const family: Growing = { name, type: undefined, help: undefined, unit: undefined, samples: [] };
    this.#families.set(name, family);
    return family;
  }

  /** The family whose name it has, or whose type allows the suffix that it has. */
  #familyOf({ name }: Sample): Growing {
    const exact = this.#families.get(name);
    if (exact !== undefined) return exact;
    const cut = name.lastIndexOf('_');
    const family = cut > 0 ? this.#families.get(name.slice(0, cut)) : undefined;
    const allowed = family?.type === undefined ? undefined : suffixes[family.type];
    return family !== undefined && allowed?.includes(name.slice(cut)) ? family : this.#familyNamed(name);
  }
}

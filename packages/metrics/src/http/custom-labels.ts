import type { IncomingMessage, ServerResponse } from 'node:http';
import { toUSVString } from 'node:util';
import { MAX_VALUE_LENGTH, OVERFLOW } from '../catalogue/definition.js';

/** Reads a label's value off a request that has ended. `undefined` and a throw both give an empty value. */
export type LabelReader = (req: IncomingMessage, res: ServerResponse) => string | undefined;

export interface CustomLabel {
  readonly value: LabelReader;
  /**
   * Different values before further ones become `overflow`, as those of more than `MAX_VALUE_LENGTH` characters do.
   * Default: `DEFAULT_MAX_VALUES`.
   */
  readonly maxValues?: number;
}

export type CustomLabelOptions = Readonly<Record<string, LabelReader | CustomLabel>>;

/** Enough for plans, regions or API versions; too few for users, who belong in logs. */
export const DEFAULT_MAX_VALUES = 20;

/** The combination in which no label has a value. */
export const NO_VALUES = 0;

/** The number of the empty value, and of the one that stands for all that came too late or are too long. */
const EMPTY = 0;
const TOO_MANY = 1;

/** One label of the user's own, with a bounded set of values. */
class BoundedLabel {
  readonly name: string;
  readonly #read: LabelReader;
  readonly #limit: number;
  readonly #names = ['', OVERFLOW];
  readonly #numbers = new Map<string, number>([
    ['', EMPTY],
    [OVERFLOW, TOO_MANY],
  ]);

  constructor(name: string, { value, maxValues = DEFAULT_MAX_VALUES }: CustomLabel) {
    this.name = name;
    this.#read = value;
    this.#limit = maxValues + this.#names.length;
  }

  /** More than any number a value gets. */
  get radix(): number {
    return this.#limit;
  }

  numberOf(req: IncomingMessage, res: ServerResponse): number {
    const value = this.#valueOf(req, res);
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    if (this.#names.length >= this.#limit || value.length > MAX_VALUE_LENGTH) return TOO_MANY;
    const number = this.#names.push(value) - 1;
    this.#numbers.set(value, number);
    return number;
  }

  nameOf(number: number): string {
    return this.#names[number] ?? OVERFLOW;
  }

  /** The reader is the user's code, in the last event of a response: nothing it does may get any further. */
  #valueOf(req: IncomingMessage, res: ServerResponse): string {
    try {
      // Halves of characters are all alike in UTF-8: values that differ in them would be one series twice.
      return toUSVString(String(this.#read(req, res) ?? ''));
    } catch {
      return '';
    }
  }
}

/** All labels of the user's own. A combination of values is one number, so no value can imitate a separator. */
export class CustomLabels {
  readonly #labels: readonly BoundedLabel[];

  constructor(options: CustomLabelOptions) {
    this.#labels = boundedLabels(options);
  }

  get names(): string[] {
    return this.#labels.map(({ name }) => name);
  }

  get isEmpty(): boolean {
    return this.#labels.length === 0;
  }

  combinationOf(req: IncomingMessage, res: ServerResponse): number {
    let combination = 0;
    for (const label of this.#labels) combination = combination * label.radix + label.numberOf(req, res);
    return combination;
  }

  /** The values that a combination stands for, one a label. */
  valuesOf(combination: number): string[] {
    let rest = combination;
    const values = this.#labels.toReversed().map((label) => {
      const number = rest % label.radix;
      rest = Math.floor(rest / label.radix);
      return label.nameOf(number);
    });
    return values.toReversed();
  }

  overflow(): string[] {
    return this.#labels.map(() => OVERFLOW);
  }
}

/** Numbers that a combination stays below. */
export function combinationsOf(options: CustomLabelOptions): number {
  return boundedLabels(options).reduce((product, { radix }) => product * radix, 1);
}

function boundedLabels(options: CustomLabelOptions): BoundedLabel[] {
  return Object.entries(options).map(
    ([name, option]) => new BoundedLabel(name, typeof option === 'function' ? { value: option } : option),
  );
}

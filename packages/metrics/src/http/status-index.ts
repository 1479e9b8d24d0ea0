/** Codes are below this: Node refuses to send others. */
const STATUS_RANGE = 1000;

/** 1xx to 5xx. */
export const STATUS_CLASSES = 5;

/**
 * Gives each status code that was seen a small number, so that a route can find its row by position. With classes,
 * the codes of one class share one.
 */
export class StatusIndex {
  readonly #nameOf: (status: number) => string;
  /** Status code → its number and one, so that 0 means not seen. */
  readonly #numbers = new Uint16Array(STATUS_RANGE);
  readonly #names: string[] = [];

  constructor(grouping: 'code' | 'class') {
    this.#nameOf = grouping === 'class' ? statusClass : String;
  }

  numberOf(status: number): number {
    const known = this.#numbers[status];
    return known !== undefined && known !== 0 ? known - 1 : this.#add(status);
  }

  /** The value of the `status_code` label. */
  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }

  #add(status: number): number {
    const name = this.#nameOf(status);
    const present = this.#names.indexOf(name);
    const number = present === -1 ? this.#names.push(name) - 1 : present;
    this.#numbers[status] = number + 1;
    return number;
  }
}

export function statusClass(status: number): string {
  return `${Math.floor(status / 100)}xx`;
}

/** A function as code without types has it: it takes anything. */
export function untyped(called: (...args: never[]) => unknown): (...args: readonly unknown[]) => unknown {
  return (...args) => Reflect.apply(called, undefined, args);
}

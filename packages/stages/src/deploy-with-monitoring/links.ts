import type { InputKind, InputSpec } from '@fly-monitoring/kit';

/** The chain's name of a stage's input; null: the chain sets it itself. */
export type Renames = Readonly<Record<string, string | null>>;

export interface LinkedStage {
  readonly inputs: InputSpec;
  readonly renames: Renames;
}

function chainName(stage: LinkedStage, input: string): string | null {
  const renamed = stage.renames[input];
  return renamed === undefined ? input : renamed;
}

/**
 * All inputs of all stages under their names in the chain. An input that several stages share is listed once; where
 * their defaults differ it has none, so that each stage keeps its own.
 */
export function linkInputs(stages: readonly LinkedStage[]): InputSpec {
  const linked: Record<string, InputKind<unknown>> = {};
  for (const stage of stages) {
    for (const [input, kind] of Object.entries(stage.inputs)) {
      const name = chainName(stage, input);
      if (name !== null) linked[name] = joinKinds(linked[name], kind);
    }
  }
  return linked;
}

function joinKinds(first: InputKind<unknown> | undefined, second: InputKind<unknown>): InputKind<unknown> {
  if (first === undefined || first.default === second.default) return first ?? second;
  const { default: _differs, ...rest } = first;
  return rest;
}

/** What one stage gets of what the chain was given. */
export function inputsForStage(stage: LinkedStage, given: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = {};
  for (const input of Object.keys(stage.inputs)) {
    const name = chainName(stage, input);
    const value = name === null ? undefined : given[name];
    if (value !== undefined) own[input] = value;
  }
  return own;
}

/** `input "x"`, `inputs "x" and "y"`. */
const namedInputs = /\binputs? "[a-z-]+"(?:(?:,| and| or|, and|, or) "[a-z-]+")*/gi;

/** A stage speaks of its inputs by its own names; who runs the chain wrote them under the chain's. */
export function inChainNames(stage: LinkedStage, message: string): string {
  return message.replace(namedInputs, (words) =>
    words.replace(/"([a-z-]+)"/g, (_, name: string) => `"${chainName(stage, name) ?? name}"`),
  );
}

import { type InputKind, text } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inChainNames, inputsForStage, type LinkedStage, linkInputs } from './links.js';
import { chainInputs } from './prepare.js';
import { chainStages } from './stages.js';

const one: LinkedStage = {
  inputs: {
    app: text({ help: 'app', default: 'shop' }),
    config: text({ help: 'one' }),
    budget: text({ help: '', default: '5m' }),
  },
  renames: { config: 'one-config' },
};
const two: LinkedStage = {
  inputs: {
    app: text({ help: 'app', default: 'shop' }),
    since: text({ help: '' }),
    budget: text({ help: '', default: '9m' }),
  },
  renames: { since: null },
};

describe('the inputs of a chain', () => {
  test('are those of its stages, shared ones once, renamed ones under their new name, its own ones not at all', () => {
    expect(Object.keys(linkInputs([one, two]))).toEqual(['app', 'one-config', 'budget']);
  });

  test('keep a default that all stages agree on, and leave the others to each stage', () => {
    const linked: Record<string, InputKind<unknown>> = linkInputs([one, two]);
    expect(linked['app']?.default).toBe('shop');
    expect(linked['budget']?.default).toBeUndefined();
  });

  test('reach each stage under the name it knows', () => {
    const given = { app: 'a', 'one-config': 'fly.toml', since: 'now', budget: '1m' };
    expect(inputsForStage(one, given)).toEqual({ app: 'a', config: 'fly.toml', budget: '1m' });
    expect(inputsForStage(two, given)).toEqual({ app: 'a', budget: '1m' });
  });

  test('are called by their new names in what a stage says of them', () => {
    const message = 'Input "config": there is no file x.\nInput "app" is "config"; see input "config".';
    expect(inChainNames(one, message)).toBe(
      'Input "one-config": there is no file x.\nInput "app" is "config"; see input "one-config".',
    );
  });

  test('are called so also where several are named together, and nowhere else', () => {
    expect(inChainNames(one, 'Inputs "app" and "config" exclude each other; [config] has no "config".')).toBe(
      'Inputs "app" and "one-config" exclude each other; [config] has no "config".',
    );
  });

  test('all reach a stage, whatever is given, but the deadline, which is of the chain itself', () => {
    const given = fc.dictionary(
      fc.constantFrom(...Object.keys(chainInputs).filter((name) => name !== 'deadline')),
      fc.string(),
    );
    const linked = chainStages.map(({ stage, renames }) => ({ inputs: stage.inputs, renames }));
    fc.assert(
      fc.property(given, (values) => {
        const reached = linked.flatMap((stage) => Object.values(inputsForStage(stage, values)));
        for (const value of Object.values(values)) expect(reached).toContain(value);
      }),
    );
  });
});

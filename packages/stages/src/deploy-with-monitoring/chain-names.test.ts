import { escapeCell } from '@fly-monitoring/kit';
import { expect, test } from '@jest/globals';
import { reportInChainNames } from './chain-names.js';
import { verify } from './stages.js';

test('what a stage reports names the inputs that the user of the chain has', () => {
  const hint = 'Raise input "timeout", or shorten input "bake".';
  const inChain = 'Raise input "verify-timeout", or shorten input "bake".';
  const report = reportInChainNames(verify, {
    conclusion: 'failure',
    outputs: { verdict: 'inconclusive' },
    summary: `**Next:** ${escapeCell(hint)}`,
    lines: [hint],
    annotations: [{ level: 'error', title: 'gates', message: hint }],
  });
  expect(report).toEqual({
    conclusion: 'failure',
    outputs: { verdict: 'inconclusive' },
    summary: `**Next:** ${escapeCell(inChain)}`,
    lines: [inChain],
    annotations: [{ level: 'error', title: 'gates', message: inChain }],
  });
});

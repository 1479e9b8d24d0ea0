import { checkModule } from '../../check-module.js';
import { judgeSamples } from './check-samples.js';
import { base } from './identity.js';

export const samples = checkModule({
  ...base,
  inputs: {},
  prepare: () => ({
    when: 'poll',
    needsQueries: true,
    start:
      () =>
      async ({ targets, activeTargets, api }) => ({
        checks: [await judgeSamples(targets, activeTargets, (expr) => api.query(expr))],
        isPending: true,
      }),
  }),
});

import { checkModule } from '../../check-module.js';
import { judgeSamples } from './check-samples.js';

export const samples = checkModule({
  name: 'samples',
  blame: 'app',
  inputs: {},
  prepare: () => ({
    when: 'look',
    needsQueries: true,
    start:
      () =>
      async ({ targets, activeTargets, api }) => ({
        checks: [await judgeSamples(targets, activeTargets, (expr) => api.query(expr))],
        isPending: true,
      }),
  }),
});

import { checkModule } from '../../check-module.js';
import { judgeSamples } from './check-samples.js';
import { base } from './identity.js';

export const samples = checkModule({
  ...base,
  inputs: {},
  prepare: () => ({
    when: 'poll',
    needsQueries: true,
    start: () => async (context) => ({ checks: [await judgeSamples(context)], isPending: true }),
  }),
});

/**
 * Where each behaviour of the stand-in is known from. `F` is superfly/flyctl at ad0172fac, `G` superfly/fly-go v0.9.6;
 * otherwise a page of the documentation or an issue.
 */
export type { Behaviour, Behaviours } from '../../conformance/behaviour.js';

/** Ways in which users have seen Fly fail. `times` is how often it happens; 1 when left out, 'always' until `behave()`. */
export type Misbehaviour = { readonly app?: string; readonly times?: number | 'always' } & (
  | { readonly kind: 'image-reverted' } // a machine silently goes back to its old version, the deploy is green
  | { readonly kind: 'hang-after-success' } // the deploy is done, flyctl does not end
  | { readonly kind: 'exit-zero-on-failure' } // the release fails, flyctl exits 0
  | { readonly kind: 'builder-fails'; readonly text?: string } // the remote builder does not come up
  | { readonly kind: 'checks-never-pass' }
  | { readonly kind: 'lease-held' } // another deploy was killed and left its leases
  | { readonly kind: 'api-unavailable' } // every command: 503
  | { readonly kind: 'releases-unavailable' } // releases --json: 500
  | { readonly kind: 'logs-denied' } // deploy tokens may not read logs
  | { readonly kind: 'no-release-json' } // a flyctl from before FLY_EMIT_RELEASE_JSON
  | { readonly kind: 'stale-secrets' } // a machine comes up with the secrets of the release before
  | { readonly kind: 'dns-fails' } // SERVFAIL inside machines
);

export type MisbehaviourKind = Misbehaviour['kind'];

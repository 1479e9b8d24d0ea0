/** What a run finds, and no fault of Fly. */
export type StateKind = 'volume-elsewhere' | 'config-refused' | 'no-token' | 'login-without-date';

export interface Lease {
  readonly expiresAt: number;
  /** Its holder is alive and asks for more time again and again. */
  readonly isRefreshed: boolean;
}

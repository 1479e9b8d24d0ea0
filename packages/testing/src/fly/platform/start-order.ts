import type { ImageTable } from '../build/registered-image.js';
import type { Certificate } from '../edge/edge.js';
import type { IssuedToken } from './tokens.js';

/** namespaces as a real root, namespaces inside a user namespace, or plain processes. */
export type Isolation = 'root' | 'user' | 'none';

/** The one line the platform's process reads from its standard input; the end of the input ends it. */
export interface StartOrder {
  readonly folder: string;
  readonly isolation: Isolation;
  readonly org: string;
  readonly images: ImageTable;
  readonly tokens: readonly IssuedToken[];
  readonly foreignApps: readonly string[];
  /** "name:port" of servers outside Fly that machines may call. */
  readonly outside: readonly string[];
  readonly certificate: Certificate;
  readonly removesFolder: boolean;
}

export const CONTROL_SOCKET = 'control.sock';
export const EDGE_SOCKET = 'edge.sock';
export const OUTSIDE_SOCKET = 'outside.sock';

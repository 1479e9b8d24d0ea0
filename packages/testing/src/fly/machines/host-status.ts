/** What the platform knows of the computer a machine or a volume is on. */
export type HostStatus = 'ok' | 'unknown' | 'unreachable';

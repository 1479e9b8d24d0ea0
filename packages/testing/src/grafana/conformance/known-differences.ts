/** Probes that a real Grafana passes and the stand-in does not yet, and how it differs. Empty is the aim. */
export const standInDifferences: Readonly<Record<string, string>> = {};

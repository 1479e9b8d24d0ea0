const noLibrary = 'the stand-in has no library panels';

/** Probes that a real Grafana passes and the stand-in does not yet, and how it differs. Empty is the aim. */
export const standInDifferences: Readonly<Record<string, string>> = {
  'access/other-organisation': 'the stand-in has one organisation and does not read the header',
  'library/made': noLibrary,
  'library/taken': noLibrary,
  'library/changed': noLibrary,
  'library/deleted': noLibrary,
  'library/missing-panel': noLibrary,
};

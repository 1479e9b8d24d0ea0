import { standInDifferences } from '../known-differences.js';
import type { Probe } from '../probe.js';
import { changeProbes } from './changes.js';
import { deployProbes } from './deploy.js';
import { flagProbes } from './flags.js';
import { questionProbes } from './questions.js';
import { refusalProbes } from './refusals.js';

const all: readonly Probe[] = [...flagProbes, ...questionProbes, ...refusalProbes, ...changeProbes, ...deployProbes];

export const probes: readonly Probe[] = all.map((probe) => ({
  ...probe,
  knownDifference: standInDifferences[probe.id],
}));

import type { flyctlInputs, InputsOf } from '@fly-monitoring/kit';
import { pinnedFlyctlVersion } from './checksums.js';

export type FlyctlInputs = InputsOf<typeof flyctlInputs>;

/** A version says what to run, its checksum that it is the one that was meant; neither is of use alone. */
export function flyctlProblems(values: object): readonly string[] {
  const { flyctlVersion, flyctlChecksum } = values as Partial<FlyctlInputs>;
  if (flyctlVersion === undefined && flyctlChecksum !== undefined) {
    return ['Input "flyctl-checksum" is given without "flyctl-version", which it belongs to.'];
  }
  if (flyctlVersion === undefined || flyctlChecksum !== undefined || flyctlVersion === pinnedFlyctlVersion) return [];
  return [
    `Input "flyctl-version" is "${flyctlVersion}", which needs "flyctl-checksum": the sha256 of its archive from https://github.com/superfly/flyctl/releases/download/v${flyctlVersion}/checksums.txt, or the word unverified.`,
  ];
}

import type { Environment } from './fly.js';

/** What runs, as the labels of `build_info`. */
export interface BuildInfo {
  /** The product's version. */
  readonly version?: string;
  /** The commit. Default: GIT_SHA. */
  readonly revision?: string;
  /** The image. Default: FLY_IMAGE_REF. */
  readonly imageRef?: string;
  /** Changes with each release of a machine. Default: FLY_MACHINE_VERSION. */
  readonly machineVersion?: string;
}

/** An unknown part is an empty label, which Prometheus treats as absent. */
export function buildInfoLabels(info: BuildInfo, env: Environment): Record<string, string> {
  return {
    version: info.version ?? '',
    revision: info.revision ?? env['GIT_SHA'] ?? '',
    image_ref: info.imageRef ?? env['FLY_IMAGE_REF'] ?? '',
    machine_version: info.machineVersion ?? env['FLY_MACHINE_VERSION'] ?? '',
  };
}

import { asBoolean, asNumber, asText, either, fields, type Read, recordOf } from '@fly-monitoring/kit';
import { asTime } from './time.js';

export interface BuildInfo {
  readonly version: string;
  readonly revision: string;
}

export const asBuildInfo: Read<BuildInfo> = fields({ version: asText, revision: either(asText, '') });

export interface RuntimeInfo {
  readonly startTimeMs: number | undefined;
  readonly reloadConfigSuccess: boolean;
  readonly lastConfigTimeMs: number | undefined;
  readonly storageRetention: string;
  readonly timeSeriesCount: number | undefined;
}

/** Only these keys: the documentation warns that the others may change. */
export const asRuntimeInfo: Read<RuntimeInfo> = (value, path) => {
  const read = fields({
    startTime: either(asTime, undefined),
    reloadConfigSuccess: asBoolean,
    lastConfigTime: either(asTime, undefined),
    storageRetention: either(asText, ''),
    timeSeriesCount: either(asNumber, undefined),
  })(value, path);
  return {
    startTimeMs: read.startTime,
    reloadConfigSuccess: read.reloadConfigSuccess,
    lastConfigTimeMs: read.lastConfigTime,
    storageRetention: read.storageRetention,
    timeSeriesCount: read.timeSeriesCount,
  };
};

export type Flags = Readonly<Record<string, string>>;
export const asFlags: Read<Flags> = recordOf(asText);

/** The loaded configuration as YAML, with defaults filled in. */
export const asLoadedConfig: Read<string> = (value, path) => fields({ yaml: asText })(value, path).yaml;

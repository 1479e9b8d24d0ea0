export type Environment = Readonly<Record<string, string | undefined>>;

/** Label name → environment variable. https://fly.io/docs/machines/runtime-environment/ */
const LABEL_SOURCES = {
  fly_app: 'FLY_APP_NAME',
  fly_region: 'FLY_REGION',
  fly_machine_id: 'FLY_MACHINE_ID',
  fly_process_group: 'FLY_PROCESS_GROUP',
} as const;

/** The labels that `metrics()` puts on every series of the registry when the service runs on Fly. */
export const FLY_LABELS = Object.freeze(['fly_app', 'fly_region', 'fly_machine_id', 'fly_process_group'] as const);

/**
 * Where this process runs, as labels; empty outside Fly. The release and the image are not among them: each deploy
 * would start every series anew. They are on the `build_info` metric.
 */
export function flyLabels(env: Environment): Record<string, string> {
  const present = FLY_LABELS.flatMap((label) => {
    const value = env[LABEL_SOURCES[label]];
    return value ? [[label, value] as const] : [];
  });
  return Object.fromEntries(present);
}

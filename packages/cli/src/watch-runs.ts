import type { Clock, StageReport } from '@fly-monitoring/kit';

export interface Watch {
  readonly clock: Clock;
  /** From the end of one run to the start of the next. */
  readonly everyMs: number;
  run(): Promise<StageReport>;
  show(report: StageReport): void;
}

/** The same run again and again, until the process is interrupted. */
export async function watchRuns({ clock, everyMs, run, show }: Watch): Promise<never> {
  for (;;) {
    show(await run());
    await clock.sleep(everyMs);
  }
}

export interface StandIns {
  /** False when the dashboards go into a Grafana of the person who runs the demo. */
  readonly grafana: boolean;
  /** The real Prometheus that runs, such as 3.5.3. */
  readonly prometheusVersion: string;
}

const mark = '(stand-in)';

/** What the demo says once, before anything else: who speaks in the lines below. */
export function standInWords({ grafana, prometheusVersion }: StandIns): readonly string[] {
  const pretended = grafana
    ? 'Fly.io (flyctl, its builder, machines and addresses) and Grafana'
    : 'Fly.io (flyctl, its builder, machines and addresses)';
  return [
    `Real: Prometheus ${prometheusVersion}, NATS, the four services, their traffic, and our command line${grafana ? '' : ', and your Grafana'}.`,
    `Stand-ins, built from the sources of the real ones: ${pretended}. Nothing is sent to the real ones.`,
    `Lines with ${mark} are words of a stand-in: what the real one would print, with made-up sizes and names.`,
  ];
}

/** A line of progress; what a stand-in said, or said of itself, carries a mark. */
export function markStandIn(line: string, { grafana }: Pick<StandIns, 'grafana'>): string {
  if (line.startsWith('flyctl |')) return line.replace('flyctl', `flyctl ${mark}`);
  return grafana ? line.replace(/^Grafana (?=\d)/, `Grafana ${mark} `) : line;
}

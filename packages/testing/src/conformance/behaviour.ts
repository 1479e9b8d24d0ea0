/** One thing that a stand-in does, and where it is known from. What has no source says why it is assumed. */
export interface Behaviour {
  readonly what: string;
  readonly sources: readonly string[];
  /** Why it is so here, where no source says it. */
  readonly assumed?: string;
}

/** By topic. */
export type Behaviours = Readonly<Record<string, readonly Behaviour[]>>;

/** A table in Markdown; `shown` is how a source is written. */
export function behaviourTable(listed: readonly Behaviour[], shown: (source: string) => string): string {
  const rows = listed.map(({ what, sources, assumed }) => {
    const basis = assumed === undefined ? sources.map(shown).join(', ') : `assumed: ${cell(assumed)}`;
    return `| ${cell(what)} | ${basis} |\n`;
  });
  return `| what | known from |\n| --- | --- |\n${rows.join('')}`;
}

export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

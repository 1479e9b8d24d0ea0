import { standInDifferences } from './known-differences.js';
import { probes } from './probes/index.js';
import { unprovable } from './unprovable.js';

const words = {
  en: {
    counts: 'Probes by the first word of their id',
    head: '| id | probes |',
    differs: 'Where the stand-in is known to differ from Grafana',
    none: 'Nowhere.',
    unprovable: 'What no probe can show of a real Grafana',
  },
  zh: {
    counts: '按编号首词统计的探测数',
    head: '| 编号 | 探测数 |',
    differs: '替身与 Grafana 的已知差异',
    none: '没有。',
    unprovable: '任何探测都无法在真实 Grafana 上证明的内容',
  },
} as const;

/** The part of docs/conformance.md that follows from the probes of Grafana. */
export function renderGrafanaConformance(language: 'en' | 'zh'): string {
  const { counts, head, differs, none, unprovable: title } = words[language];
  const families = [...new Set(probes.map(({ id }) => familyOf(id)))];
  const rows = families.map((name) => `| \`${name}/\` | ${probes.filter(({ id }) => familyOf(id) === name).length} |`);
  const differences = Object.entries(standInDifferences).map(([id, how]) => `- \`${id}\`: ${how}`);
  return [
    `**${counts}**\n\n${[head, '|---|---|', ...rows].join('\n')}\n`,
    `**${differs}**\n\n${differences.length === 0 ? none : differences.join('\n')}\n`,
    `**${title}**\n\n${unprovable.map((one) => `- ${one[language]}`).join('\n')}\n`,
  ].join('\n');
}

function familyOf(id: string): string {
  return id.split('/')[0] ?? '';
}

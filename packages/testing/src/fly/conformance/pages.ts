import { standInDifferences } from './known-differences.js';
import { probes } from './probes/index.js';
import { unprovable } from './unprovable.js';

const words = {
  en: {
    counts: 'Probes by the first word of their id',
    head: '| id | probes |',
    differs: 'Where the stand-in is known to differ from flyctl',
    none: 'Nowhere.',
    unprovable: 'What no probe can show',
  },
  zh: {
    counts: '按编号首词统计的探测数',
    head: '| 编号 | 探测数 |',
    differs: '替身与 flyctl 的已知差异',
    none: '没有。',
    unprovable: '任何探测都无法证明的内容',
  },
} as const;

/** The part of docs/conformance.md that follows from the probes. */
export function renderConformanceSection(language: 'en' | 'zh'): string {
  const { counts, head, differs, none, unprovable: title } = words[language];
  const families = countFamilies();
  const rows = [...families].map(([family, count]) => `| \`${family}/\` | ${count} |`);
  const differences = Object.entries(standInDifferences).map(([id, how]) => `- \`${id}\`: ${how}`);
  return [
    `**${counts}**\n\n${[head, '|---|---|', ...rows].join('\n')}\n`,
    `**${differs}**\n\n${differences.length === 0 ? none : differences.join('\n')}\n`,
    `**${title}**\n\n${unprovable.map((one) => `- ${one[language]}`).join('\n')}\n`,
  ].join('\n');
}

function countFamilies(): ReadonlyMap<string, number> {
  const families = new Map<string, number>();
  for (const { id } of probes) {
    const [family = ''] = id.split('/');
    families.set(family, (families.get(family) ?? 0) + 1);
  }
  return families;
}

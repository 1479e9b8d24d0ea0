import { type Annotation, escapeCell, markdownTable, textTable } from '@fly-monitoring/kit';
import type { PruneResult } from './apply-prune.js';
import type { PrunePlan } from './prune-plan.js';

/** The part of a report about dashboards whose file is gone; empty when there are none. */
export interface PruneReport {
  readonly summary: readonly string[];
  readonly lines: readonly string[];
  readonly annotations: readonly Annotation[];
}

const marks = { deleted: '🗑️', left: '⚠️', failed: '❌' } as const;

export function reportPrunePlan({ deletes, left }: PrunePlan): PruneReport {
  const rows = [
    ...deletes.map(({ title, uid, reason }) => [title, uid, 'delete', reason]),
    ...left.map(({ title, uid, reason }) => [title, uid, 'leave', reason]),
  ];
  return { ...tables(rows, 'Would'), annotations: left.map(leftWarning) };
}

export function reportPruned(results: readonly PruneResult[]): PruneReport {
  const marked = results.map((one) => [one.title, one.uid, `${marks[one.kind]} ${one.kind}`, whyOf(one)]);
  const plain = results.map(({ title, uid, kind, reason }) => [title, uid, kind, reason]);
  return {
    summary: tables(marked, 'Result').summary,
    lines: tables(plain, 'Result').lines,
    annotations: results.flatMap(annotationOf),
  };
}

function tables(rows: readonly (readonly string[])[], what: string): Pick<PruneReport, 'summary' | 'lines'> {
  if (rows.length === 0) return { summary: [], lines: [] };
  const heading = ['Without a file', 'Uid', what, 'Why'];
  return {
    summary: [
      markdownTable(
        heading,
        rows.map((row) => row.map(escapeCell)),
      ),
    ],
    lines: textTable(
      heading.map((word) => word.toUpperCase()),
      rows,
    ),
  };
}

function whyOf(result: PruneResult): string {
  return result.kind === 'failed' ? `${result.reason}. ${result.hint}` : result.reason;
}

function annotationOf(result: PruneResult): readonly Annotation[] {
  switch (result.kind) {
    case 'deleted':
      return [];
    case 'left':
      return [leftWarning(result)];
    case 'failed': {
      const message = `${nameOf(result)} was not deleted: ${result.reason}. Next: ${result.hint}`;
      return [{ level: 'error', title: result.code, message }];
    }
  }
}

function leftWarning(one: { readonly title: string; readonly uid: string; readonly reason: string }): Annotation {
  const message = `${nameOf(one)} was not deleted: ${one.reason}. Delete it in Grafana, or put its file back.`;
  return { level: 'warning', title: 'Dashboard', message };
}

function nameOf({ title, uid }: { readonly title: string; readonly uid: string }): string {
  return `Dashboard "${title}" (${uid})`;
}

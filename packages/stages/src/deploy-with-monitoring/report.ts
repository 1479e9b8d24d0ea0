import { type Annotation, escapeCell, harmless, type StageReport } from '@fly-monitoring/kit';
import type { ChainPart } from './run.js';

/** The chain's outputs, each taken from one stage's. */
export const chainOutputSources = {
  'monitoring-url': ['monitoring', 'url', 'Address of Prometheus.'],
  'monitoring-changed': ['monitoring', 'changed', 'Whether the monitoring app was deployed anew.'],
  'monitoring-release-version': ['monitoring', 'release-version', 'Live release of the monitoring app.'],
  'app-url': ['app', 'url', 'Address of the app.'],
  'app-changed': ['app', 'changed', 'Whether the app was deployed anew.'],
  'app-release-version': ['app', 'release-version', 'Live release of the app.'],
  'app-image': ['app', 'image', 'Image of the live release of the app.'],
  'app-previous-release-version': ['app', 'previous-release-version', 'Last good release of the app before this run.'],
  'folder-url': ['dashboards', 'folder-url', 'Grafana folder that holds the dashboards.'],
  'backup-folder': [
    'dashboards',
    'backup-folder',
    'Folder with a copy of each dashboard and library panel that was replaced or deleted; empty when there was none.',
  ],
  verdict: ['verify', 'verdict', 'pass, fail or inconclusive.'],
  blames: ['verify', 'blames', 'JSON list of what the failed checks blame.'],
  'targets-up': ['verify', 'targets-up', 'Targets that were proved.'],
  'targets-total': ['verify', 'targets-total', 'Targets that were expected.'],
  report: ['verify', 'report', 'Path of the JSON report.'],
} as const satisfies Record<string, readonly [label: string, output: string, help: string]>;

/** One report of all stages: the verdict first, then each stage in the order of the chain. */
export function reportChain(parts: readonly ChainPart[]): StageReport {
  return {
    conclusion: conclusionOf(parts),
    outputs: chainOutputs(parts),
    summary: `${[...parts].reverse().map(partSummary).join('\n\n')}\n`,
    lines: parts.flatMap(partLines).map(harmless),
    annotations: annotationsOf(parts),
  };
}

function conclusionOf(parts: readonly ChainPart[]): StageReport['conclusion'] {
  if (parts.some((part) => part.kind === 'ran' && part.report.conclusion === 'interrupted')) return 'interrupted';
  return parts.every((part) => part.kind === 'ran' && part.report.conclusion === 'success') ? 'success' : 'failure';
}

/** A cancelled run has one error, however many stages it cut off: each of them says in it what was left where. */
function annotationsOf(parts: readonly ChainPart[]): readonly Annotation[] {
  const all = parts.flatMap((part) => (part.kind === 'ran' ? part.report.annotations : []));
  if (conclusionOf(parts) !== 'interrupted') return all;
  const errors = all.filter(({ level }) => level === 'error');
  const message = errors.map((error) => error.message).join('\n');
  return [...all.filter(({ level }) => level !== 'error'), { level: 'error', title: 'INTERRUPTED', message }];
}

function chainOutputs(parts: readonly ChainPart[]): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [name, [label, output]] of Object.entries(chainOutputSources)) {
    const part = parts.find((candidate) => candidate.part.label === label);
    const value = part?.kind === 'ran' ? part.report.outputs[output] : undefined;
    if (value !== undefined) outputs[name] = value;
  }
  return outputs;
}

function partSummary(part: ChainPart): string {
  if (part.kind === 'ran') return part.report.summary;
  return `### ⏭️ ${part.part.stage.name}: not run, because ${escapeCell(part.reason)}`;
}

function partLines(part: ChainPart): readonly string[] {
  const title = `── ${part.part.stage.name} `.padEnd(60, '─');
  if (part.kind === 'skipped') return [title, `not run, because ${part.reason}`, ''];
  const { lines, annotations } = part.report;
  // A stage that ended with an error has no lines of its own; its annotation holds the sentence.
  return [
    title,
    ...(lines.length > 0 ? lines : annotations.map(({ title: code, message }) => `✖ ${code}: ${message}`)),
    '',
  ];
}

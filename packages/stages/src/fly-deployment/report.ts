import { groupOf, isServing } from '@fly-monitoring/fly';
import {
  type Annotation,
  errorReport,
  escapeCell,
  harmless,
  inlineCode,
  markdownTable,
  type StageReport,
  textTable,
} from '@fly-monitoring/kit';
import type { DeploymentOutcome, LiveRelease } from './deployment.js';
import { type DeploymentPlan, describeStep } from './plan.js';

/** The outputs that every deployment has; `machines` is a JSON list. */
export const deploymentOutputs = {
  url: 'Public address, or empty when there is none.',
  changed: 'true when something was released.',
  'release-version': 'Number of the live release.',
  image: 'Live image, pinned by its digest.',
  'image-digest': 'Digest of the live image.',
  'previous-release-version': 'Number of the last good release before this run.',
  'previous-image': 'Image of the last good release before this run.',
  machines: 'JSON list of the machines, also after a failed deploy: id, name, group, region, state, release.',
  'started-at': 'When the deploy began, in ISO 8601.',
} as const;

export interface DeploymentReportFacts {
  readonly app: string;
  /** Empty when there is none. */
  readonly url: string;
  readonly plan: DeploymentPlan;
  readonly outcome: DeploymentOutcome;
  readonly startedAt: string;
}

export function reportDeployment(facts: DeploymentReportFacts): StageReport {
  const { app, outcome } = facts;
  switch (outcome.kind) {
    case 'failed':
    case 'interrupted':
      // The outputs are there for whoever puts the previous release back.
      return { ...errorReport(outcome.error), outputs: outputsOf(facts, undefined) };
    case 'unchanged':
      return success(facts, outcome.live, `${app}: unchanged, release ${outcome.live.version} is live and healthy`);
    case 'deployed':
      return success(facts, outcome.live, `${app}: release ${outcome.live.version} is live`);
  }
}

function success(facts: DeploymentReportFacts, live: LiveRelease, headline: string): StageReport {
  const header = ['Machine', 'Group', 'Region', 'State'];
  const rows = live.machines.map((machine) => [machine.id, groupOf(machine), machine.region, machine.state]);
  const table = markdownTable(
    header,
    rows.map((row) => row.map(escapeCell)),
  );
  const link = facts.url === '' ? '' : `\n\n${escapeCell(facts.url)}`;
  const why = whySentence(facts);
  return {
    conclusion: 'success',
    outputs: outputsOf(facts, live),
    summary: `### ✅ ${escapeCell(headline)}${link}${why === undefined ? '' : `\n\n${escapeCell(why)}`}\n\n${table}\n\nImage: ${inlineCode(live.image)}\n`,
    lines: [
      `✔ ${headline}`,
      ...(why === undefined ? [] : [why]),
      ...(facts.url === '' ? [] : [facts.url]),
      ...textTable(header, rows),
    ].map(harmless),
    annotations: noticesOf(facts, live),
  };
}

/** Why it was released, or what was compared when it was not. */
function whySentence({ plan, outcome }: DeploymentReportFacts): string | undefined {
  if (outcome.kind === 'unchanged') return plan.live?.note;
  const step = plan.steps.find(({ kind }) => kind === 'deploy');
  return step?.kind === 'deploy' ? `Released because: ${step.why.replace(/\.$/, '')}.` : undefined;
}

function noticesOf({ app, outcome }: DeploymentReportFacts, live: LiveRelease): readonly Annotation[] {
  const notices: Annotation[] = [];
  if (outcome.kind === 'deployed' && outcome.notice !== undefined) {
    const message = `${outcome.notice} The machines show that the release is live.`;
    notices.push({ level: 'warning', title: `${app}: live, but not by itself`, message });
  }
  if (live.asleep.length > 0) {
    const ids = live.asleep.map(({ id }) => id).join(', ');
    const message = `They have the release and have not started it yet, because idle machines are stopped: ${ids}.`;
    notices.push({ level: 'notice', title: `${app}: machines asleep`, message });
  }
  if (live.unreachable.length > 0) {
    const ids = live.unreachable.map(({ id }) => id).join(', ');
    const message = `Their host does not answer, so this deploy did not reach them: ${ids}. See "fly machine list -a ${app}".`;
    notices.push({ level: 'warning', title: `${app}: machines unreachable`, message });
  }
  return notices;
}

function outputsOf(
  { plan, url, outcome, startedAt }: DeploymentReportFacts,
  live: LiveRelease | undefined,
): Record<keyof typeof deploymentOutputs, string> {
  return {
    url,
    changed: String(outcome.kind === 'deployed'),
    'release-version': live === undefined ? '' : String(live.version),
    image: live?.image ?? '',
    'image-digest': live?.digest ?? '',
    'previous-release-version': plan.previous === undefined ? '' : String(plan.previous.version),
    'previous-image': plan.previous?.image ?? '',
    // A standby serves nobody, so that it is in the list of neither.
    machines: JSON.stringify(
      (outcome.kind === 'failed' ? outcome.now.filter(isServing) : (live?.machines ?? [])).map(machineFacts),
    ),
    'started-at': startedAt,
  };
}

function machineFacts(machine: LiveRelease['machines'][number]) {
  const { id, name, region, state, config } = machine;
  return { id, name, group: groupOf(machine), region, state, release: config?.releaseVersion };
}

/** What a dry run shows. */
export function reportPlan(app: string, plan: DeploymentPlan): StageReport {
  const steps = plan.steps.map((step) => describeStep(step, app));
  const listed = steps.length === 0 ? ['nothing: what is live is what is wanted'] : steps;
  const title = `${app}: dry run, nothing was changed`;
  return {
    conclusion: 'success',
    outputs: { changed: 'false' },
    summary: `### 📝 ${escapeCell(title)}\n\n${listed.map((line) => `- ${escapeCell(line)}`).join('\n')}\n`,
    lines: [title, ...listed.map((line) => `  would ${line}`)].map(harmless),
    annotations: [],
  };
}

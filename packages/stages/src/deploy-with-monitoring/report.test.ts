import type { StageReport } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { reportChain } from './report.js';
import type { ChainPart } from './run.js';
import { app, type ChainStage, dashboards, monitoring, verify } from './stages.js';

function ran(part: ChainStage, report: Partial<StageReport> = {}): ChainPart {
  const base = {
    conclusion: 'success',
    outputs: {},
    summary: `### ${part.label}`,
    lines: [part.label],
    annotations: [],
  } as const;
  return { kind: 'ran', part, report: { ...base, ...report } };
}

describe('the report of the chain', () => {
  test('is green only when every stage ran and succeeded', () => {
    const good = [ran(monitoring), ran(app), ran(dashboards), ran(verify)];
    expect(reportChain(good).conclusion).toBe('success');
    expect(reportChain([...good.slice(0, 3), ran(verify, { conclusion: 'failure' })]).conclusion).toBe('failure');
    const skipped: ChainPart = { kind: 'skipped', part: verify, reason: 'the deploy of app failed' };
    expect(reportChain([...good.slice(0, 3), skipped]).conclusion).toBe('failure');
  });

  test('of a cancelled run has one error, in which each stage that was cut off says where it stood', () => {
    const cutOff = (message: string): Partial<StageReport> => ({
      conclusion: 'interrupted',
      annotations: [{ level: 'error', title: 'INTERRUPTED', message }],
    });
    const report = reportChain([
      ran(monitoring, cutOff('monitoring stood here')),
      ran(app, cutOff('app stood there')),
      { kind: 'skipped', part: verify, reason: 'the run was cancelled' },
    ]);
    expect(report.conclusion).toBe('interrupted');
    expect(report.annotations).toEqual([
      { level: 'error', title: 'INTERRUPTED', message: 'monitoring stood here\napp stood there' },
    ]);
  });

  test('takes its outputs from the stages, and leaves out what a stage did not say', () => {
    const parts = [
      ran(monitoring, { outputs: { url: 'https://m.fly.dev', changed: 'false' } }),
      ran(app, { outputs: { url: 'https://a.fly.dev' } }),
      ran(verify, { outputs: { verdict: 'pass' } }),
    ];
    expect(reportChain(parts).outputs).toEqual({
      'monitoring-url': 'https://m.fly.dev',
      'monitoring-changed': 'false',
      'app-url': 'https://a.fly.dev',
      verdict: 'pass',
    });
  });

  test('shows the verdict first and says of a stage that did not run why', () => {
    const { summary, lines } = reportChain([
      ran(app, {
        conclusion: 'failure',
        lines: [],
        annotations: [{ level: 'error', title: 'FLY_BUILD_FAILED', message: 'no' }],
      }),
      { kind: 'skipped', part: verify, reason: 'the deploy of app failed' },
    ]);
    expect(summary.indexOf('verify-targets: not run, because the deploy of app failed')).toBeLessThan(
      summary.indexOf('### app'),
    );
    expect(lines.join('\n')).toContain('✖ FLY_BUILD_FAILED: no');
  });
});

import { parseRuleFile, type Rule, type RuleGroup, type Series } from '@fly-monitoring/prometheus';
import { describe, expect, test } from '@jest/globals';
import { judgeAlerts } from '../alerts/judge-alerts.js';
import { judgeRules, type RulesEvidence } from './judge-rules.js';

const written = `
groups:
  - name: shop
    interval: 15s
    rules:
      - { alert: Down, expr: up == 0 }
      - { record: 'job:up', expr: sum by (job) (up) }
`;
const { groups: wanted } = parseRuleFile(written, { file: 'monitoring/rules/shop.yml' });
const scrapedMs = 100_000;

const rule = (name: string, over: Partial<Rule> = {}): Rule => ({
  type: 'alerting',
  name,
  query: 'up',
  health: 'ok',
  lastError: '',
  lastEvaluationMs: scrapedMs + 1,
  labels: {},
  state: 'inactive',
  alertCount: 0,
  ...over,
});
const group = (rules: readonly Rule[], over: Partial<RuleGroup> = {}): RuleGroup => ({
  name: 'shop',
  file: '/etc/prometheus/rules/shop.yml',
  intervalMs: 15_000,
  lastEvaluationMs: scrapedMs,
  rules,
  ...over,
});
const judge = (loaded: readonly RuleGroup[], over: Partial<RulesEvidence> = {}) =>
  judgeRules({ wanted, loaded, firstFullScrapeMs: scrapedMs, deadlineMs: scrapedMs + 60_000, ...over });
const both = (over: Partial<Rule> = {}) => [rule('Down', over), rule('job:up', over)];

describe('rules', () => {
  test('are read with their interval and kind', () => {
    expect(wanted).toEqual([
      {
        name: 'shop',
        file: 'monitoring/rules/shop.yml',
        intervalMs: 15_000,
        rules: [
          { name: 'Down', type: 'alerting', expr: 'up == 0' },
          { name: 'job:up', type: 'recording', expr: 'sum by (job) (up)' },
        ],
      },
    ]);
    expect(parseRuleFile('- a', { file: 'x' }).problems).toHaveLength(1);
  });

  test('are right when loaded, healthy and evaluated over what is scraped', () => {
    expect(judge([group(both())])).toMatchObject({ isPending: false, check: { verdict: 'pass' } });
  });

  test('are wrong when the group, or one of its rules, is not loaded', () => {
    expect(judge([])).toMatchObject({ isPending: false, check: { verdict: 'fail', blame: 'monitoring' } });
    expect(judge([group(both(), { file: '/etc/other.yml' })]).check.evidence).toContain('is not loaded');
    expect(judge([group([rule('Down')])]).check.evidence).toContain('loaded without job:up');
  });

  test('are wrong when one fails, and it is told which and why', () => {
    const failing = [rule('Down'), rule('job:up', { health: 'err', lastError: 'many-to-many' })];
    expect(judge([group(failing)])).toMatchObject({
      isPending: true,
      check: { verdict: 'fail', evidence: 'job:up in the group shop of monitoring/rules/shop.yml fails: many-to-many' },
    });
  });

  test('prove nothing by an evaluation of before the first full scrape', () => {
    const early = both({ lastEvaluationMs: scrapedMs - 1 });
    expect(judge([group(early)])).toMatchObject({ isPending: true, check: { verdict: 'inconclusive' } });
    expect(judge([group(both())], { firstFullScrapeMs: undefined }).check.verdict).toBe('inconclusive');
    expect(judge([group(both({ health: 'unknown', lastEvaluationMs: undefined }))]).check.verdict).toBe('inconclusive');
  });

  test('of a group with a long interval are not waited for, and that is told', () => {
    const rare = group(both({ health: 'unknown', lastEvaluationMs: undefined }), { intervalMs: 300_000 });
    expect(judge([rare]).check).toMatchObject({ verdict: 'pass', evidence: expect.stringContaining('every 300 s') });
  });
});

describe('critical alerts', () => {
  const alert = (labels: Record<string, string>): Series => ({ labels, points: [{ atMs: 0, value: 1 }] });
  const down = alert({ alertname: 'Down', job: 'web', severity: 'critical' });
  const slow = alert({ alertname: 'Slow', instance: 'x', severity: 'critical' });
  const judgeNow = (now: readonly Series[], before: readonly Series[] = []) =>
    judgeAlerts({ now, before, jobs: ['web'] });

  test('that began with the deploy fail it, and blame the app for its own jobs only', () => {
    expect(judgeNow([down])).toMatchObject({
      verdict: 'fail',
      blame: 'app',
      evidence: expect.stringContaining('Down {job="web"}'),
    });
    expect(judgeNow([slow])).toMatchObject({ verdict: 'fail', blame: 'monitoring' });
  });

  test('that fired before are told, and fail nothing', () => {
    expect(judgeNow([down], [down])).toMatchObject({
      verdict: 'pass',
      evidence: expect.stringContaining('firing before'),
    });
    expect(judgeNow([down, slow], [down]).verdict).toBe('fail');
  });

  test('that always fire are none', () => {
    expect(judgeNow([alert({ alertname: 'Watchdog', severity: 'critical' })])).toMatchObject({
      verdict: 'pass',
      evidence: 'no critical alert fires',
    });
  });
});

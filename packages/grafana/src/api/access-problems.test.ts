import { Secret } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { grafanaAccessProblems } from './access-problems.js';

describe('grafanaAccessProblems', () => {
  test.each([
    ['https://g.example/?orgId=1', '"?orgId=1"', 'https://g.example'],
    ['https://g.example?orgId=1', '"?orgId=1"', 'https://g.example'],
    ['https://g.example/login', '"/login"', 'https://g.example'],
    ['https://g.example/grafana/d/abc/shop?from=now', '"/d/abc/shop?from=now"', 'https://g.example/grafana'],
  ])('says which part of %s to cut off', (grafanaUrl, cut, rest) => {
    const problem = `Input "grafana-url" is the address of a page; cut off ${cut} and give ${rest}.`;
    expect(grafanaAccessProblems({ grafanaUrl })).toEqual([problem]);
  });

  test.each(['https://g.example', 'https://g.example/grafana', 'http://127.0.0.1:3000'])('takes %s', (grafanaUrl) => {
    expect(grafanaAccessProblems({ grafanaUrl, grafanaToken: new Secret('glsa_abc') })).toEqual([]);
  });

  test.each([
    ['Bearer glsa_abc', /begins with "Bearer"/],
    ['glsa_a\nbc', /a line break/],
    ['glsa_ü', /outside ASCII/],
    ['glc_glsa_abc', /access-policy token.*GRAFANA_PROMETHEUS_API_KEY/],
  ])('refuses the token %j without showing it', (token, words) => {
    const problems = grafanaAccessProblems({ grafanaToken: new Secret(token) });
    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(problems.join()).not.toContain('glsa_a');
  });
});

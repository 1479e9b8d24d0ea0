import { describe, expect, test } from '@jest/globals';
import { defaultValues } from './default-values.js';
import { templateVariables } from './template-variables.js';

const defaultsOf = (...list: object[]) => defaultValues(templateVariables({ templating: { list } }));

describe('the default of a variable', () => {
  test.each([
    ['what is selected', { type: 'query', current: { value: 'a' } }, 'a'],
    ['all that is selected', { type: 'query', current: { value: ['a', 'b'] } }, ['a', 'b']],
    [
      'the pattern for "All" that the dashboard names',
      { type: 'query', current: { value: '$__all' }, allValue: '.+' },
      '.+',
    ],
    ['anything when all is selected', { type: 'query', current: { value: ['$__all'] } }, '.*'],
    ['anything when "All" can be selected and nothing is', { type: 'query', includeAll: true }, '.*'],
    [
      'anything when only the server knows the options',
      { type: 'query', query: 'label_values(job)', current: {} },
      '.*',
    ],
    ['the selected option', { type: 'custom', options: [{ value: 'x' }, { value: 'y', selected: true }] }, 'y'],
    ['the first option', { type: 'custom', query: 'p50, p95' }, 'p50'],
    ['the value of an option with a name', { type: 'custom', query: 'Half : 0.5, Most : 0.95' }, '0.5'],
    ['an option with a comma in it', { type: 'custom', query: 'a\\,b, c' }, 'a,b'],
    ['the first interval', { type: 'interval', query: '1m,10m' }, '1m'],
    ['a minute for an automatic interval', { type: 'interval', current: { value: '$__auto_interval_x' } }, '1m'],
    ['its value when it is constant', { type: 'constant', query: '42' }, '42'],
    ['its text when it is typed in', { type: 'textbox', query: 'hello' }, 'hello'],
  ])('is %s', (_, variable, expected) => {
    expect(defaultsOf({ name: 'x', ...variable })).toEqual({ x: expected });
  });

  test('does not exist for filters that are added to queries', () => {
    expect(defaultsOf({ name: 'filters', type: 'adhoc' })).toEqual({});
  });
});

test('variables keep their query, also in the newer form', () => {
  const list = [{ name: 'a', type: 'query', query: { query: 'label_values(up, job)', refId: 'A' } }, { type: 'query' }];
  expect(templateVariables({ templating: { list } })).toMatchObject([{ name: 'a', query: 'label_values(up, job)' }]);
});

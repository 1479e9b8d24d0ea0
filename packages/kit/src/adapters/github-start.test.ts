import { expect, test } from '@jest/globals';
import { inputsFromEnvironment } from './github-start.js';

test('a name keeps its hyphens and loses the upper case that the runner gave it', () => {
  expect(inputsFromEnvironment({ 'INPUT_FLY-API-TOKEN': 't', INPUT_JOBS: undefined, PATH: '/bin' })).toEqual({
    'fly-api-token': 't',
    jobs: '',
  });
});

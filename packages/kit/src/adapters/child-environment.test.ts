import { describe, expect, test } from '@jest/globals';
import { childEnvironment } from './child-environment.js';

const alone = { inherits: [], own: {} };

describe('the environment of a child', () => {
  test.each(['PATH', 'HOME', 'TMPDIR', 'HTTPS_PROXY', 'no_proxy', 'SSL_CERT_FILE', 'LANG', 'LC_ALL'])(
    'has %s',
    (name) => {
      expect(childEnvironment({ [name]: 'x' }, alone)).toEqual({ [name]: 'x' });
    },
  );

  test.each([
    'INPUT_FLY-API-TOKEN',
    'INPUT_SECRETS',
    'FLY_API_TOKEN',
    'FLY_ACCESS_TOKEN',
    'FLY_APP',
    'FLY_ORG',
    'FLY_ORGANIZATION',
    'FLY_REGION',
    'FLYCTL_OUTPUT_HAR',
    'LOG_LEVEL',
    'DEPLOY_TRIGGER',
    'GITHUB_ENV',
    'GITHUB_OUTPUT',
    'GITHUB_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'GRAFANA_API_KEY',
    'PROMETHEUS_PASSWORD',
    'METRICS_TOKEN',
    'NODE_OPTIONS',
    'LD_PRELOAD',
    'BASH_ENV',
    'DOCKER_HOST',
  ])('has no %s of the job', (name) => {
    expect(childEnvironment({ [name]: 'x' }, alone)).toEqual({});
  });

  test('has what the call names, and its own over what it inherits', () => {
    const parent = { DOCKER_HOST: 'unix:///d', CI: 'no', LOG_LEVEL: 'debug', ABSENT: undefined };
    const child = childEnvironment(parent, { inherits: ['DOCKER_HOST', 'CI', 'ABSENT'], own: { CI: 'true' } });
    expect(child).toEqual({ DOCKER_HOST: 'unix:///d', CI: 'true' });
  });
});

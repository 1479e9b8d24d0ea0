import {
  appConfig,
  boolean,
  choice,
  deadlineInput,
  duration,
  flyctlInputs,
  type InputsOf,
  pairs,
  secret,
  sharedInputs,
  text,
} from '@fly-monitoring/kit';

export const deployAppInputs = {
  ...sharedInputs,
  ...flyctlInputs,
  deadline: deadlineInput('30m'),
  config: appConfig,
  dockerfile: text({
    help: 'Dockerfile of the app. Without it: the one that the fly.toml names, else docker/Dockerfile.fly, else Dockerfile.',
  }),
  image: text({ help: 'Image to deploy instead of building one; with a digest (@sha256:…) it is deployed only once.' }),
  'build-args': text({
    help: 'Build arguments, NAME=value, one a line. They are no place for secrets: images keep them.',
    pattern: /^(\s*([A-Za-z_]\w*=.*)?(\r?\n|$))*$/,
    expects: 'NAME=value, one a line',
  }),
  'reuse-unchanged-source': boolean({
    help: 'Keep the live release when the source is the same (build context, Dockerfile, build arguments), although a tag that it builds on may have moved. Without it only a Dockerfile whose images all have a digest is left alone.',
    default: 'false',
  }),
  revision: text({
    help: 'Revision that the processes of this release show, written down with it for a later run that changes nothing. Without it: the commit.',
    pattern: /^\S{1,128}$/,
    expects: 'a commit or a version',
  }),
  secrets: pairs({ help: 'Secrets of the app, NAME=value, one a line; staged, and live with this deploy.' }),
  'metrics-token': secret({
    help: 'Token that lets scrapers read /metrics through the public address; becomes the secret METRICS_TOKEN.',
    environment: 'METRICS_TOKEN',
  }),
  strategy: choice(['rolling', 'bluegreen', 'canary', 'immediate'], {
    help: 'How machines are replaced. Without it: as the fly.toml says, else rolling.',
  }),
  create: boolean({ help: 'Create the app when it does not exist.', default: 'false' }),
  org: text({ help: 'Fly organisation for an app that is created; "personal" is your own.' }),
  force: boolean({ help: 'Deploy even when nothing has changed.', default: 'false' }),
  'wait-timeout': duration({
    help: 'Budget for each machine to start and to pass its checks. Without it: wait_timeout of the fly.toml, else 5m.',
  }),
};

export type DeployAppInputs = InputsOf<typeof deployAppInputs>;

import type { Behaviours } from './behaviour.js';

/** The command line, the file and the image. */
export const COMMAND_LINE = {
  'Command line': [
    {
      what: 'Names, kinds, shorthands, aliases and hidden flags of every command; an unknown one exits with 1 and prints the usage on standard output',
      sources: ['F internal/cli/cli.go:43', 'F internal/command/deploy/deploy.go:39'],
    },
    {
      what: 'A group that does not know a word prints its help and exits with 0',
      sources: ['spf13/cobra command.go: a command that cannot run asks for its help; seen with the executable'],
    },
    {
      what: '"Error: " with its description and suggestion behind it, on standard error',
      sources: ['F internal/cli/cli.go:153'],
    },
    {
      what: '126 for a deadline, 127 without a word for a cancellation, 1 for the rest',
      sources: ['F internal/cli/cli.go:107'],
    },
    { what: 'An annotation for GitHub with FLY_GHA_ERROR_ANNOTATION', sources: ['F internal/cli/cli.go:195'] },
    {
      what: 'A token is looked up by presence; an empty FLY_ACCESS_TOKEN hides a good FLY_API_TOKEN',
      sources: ['F internal/env/env.go:12', 'F internal/command/command.go:605'],
    },
    {
      what: 'A session needs last_login, and none older than 30 days',
      sources: ['F internal/command/command.go:47', 'F internal/command/command.go:580'],
    },
    { what: 'The name of the app: -a, FLY_APP, the file', sources: ['F internal/command/command.go:763'] },
    {
      what: 'LOG_LEVEL=debug: requests with their bodies, secrets among them, on standard error, and lines on standard output',
      sources: ['G http.go:64', 'F terminal/logging.go:16'],
    },
    {
      what: 'FLY_ORG: proxy asks for the organisation before the app',
      sources: ['F internal/command/proxy/proxy.go:79', 'F internal/flag/context.go:142'],
    },
    {
      what: 'DEPLOY_TRIGGER: an --image that is not there is deployed all the same',
      sources: ['F internal/command/deploy/deploy_build.go:155'],
    },
    {
      what: 'Machines of such an image do not start',
      sources: [],
      assumed: 'there is nothing they could pull',
    },
    {
      what: 'A name that is taken comes with the hint that names are unique across all of Fly.io',
      sources: ['G flaps/flaps_error.go:53'],
    },
    {
      what: 'The working directory of deploy is entered before a relative --config is looked for',
      sources: ['F internal/command/command.go:837'],
    },
    {
      what: 'A token of one app sees "Could not find App" for others',
      sources: ['superfly/docs#1065', 'F internal/command/deploy/deploy.go:311'],
    },
  ],
  Configuration: [
    {
      what: 'Sections without processes go to the default group: "app" or the first by the alphabet',
      sources: ['F internal/appconfig/processgroups.go:66', 'F internal/appconfig/processgroups.go:45'],
    },
    {
      what: '[[vm]] alone is global, and the most specific one counts',
      sources: ['F internal/appconfig/processgroups.go:198'],
    },
    { what: 'Of several [[restart]] the last counts', sources: ['F internal/appconfig/machines.go:391'] },
    { what: 'Of several [[metrics]] the first counts', sources: ['F internal/appconfig/machines.go:274'] },
    {
      what: 'A machine keeps its size where the file has no [[vm]]',
      sources: ['F internal/appconfig/machines.go:384'],
    },
    {
      what: 'A check without a port takes the one of the [http_service]',
      sources: ['F internal/appconfig/machines.go:322'],
    },
    {
      what: 'The validation is told on standard output, the error is one sentence',
      sources: ['F internal/command/deploy/deploy.go:763', 'F internal/appconfig/validation.go:60'],
    },
    {
      what: 'canary is refused with mounts, bluegreen is not; --strategy is looked at after the build',
      sources: ['F internal/appconfig/validation.go:118', 'F internal/command/deploy/machines.go:189'],
    },
    { what: 'autostop is false, true or "suspend" in JSON', sources: ['G machine_types.go:1279'] },
    {
      what: 'config show: JSON with two spaces, durations as Go writes them, single tables as lists',
      sources: ['F internal/appconfig/serde.go:83', 'G duration.go:13'],
    },
    {
      what: 'config save keeps the [build] section of the file it writes over',
      sources: ['F internal/command/config/save.go:94'],
    },
    {
      what: 'Files of earlier years: [[env]], [[processes]], [mount], [metric], [compute], [[checks]]',
      sources: ['F internal/appconfig/patches.go:67', 'F internal/appconfig/patches.go:254'],
    },
    {
      what: 'local_path of [[files]] is read from the working directory',
      sources: ['F internal/appconfig/config.go:135'],
    },
    {
      what: 'Restart policy on-failure with ten tries where nothing is written',
      sources: [],
      assumed: 'fly.io/docs/machines/guides-examples/machine-restart-policy says so; the API fills it in',
    },
  ],
  Image: [
    { what: '--image, then [build].image, then a build', sources: ['F internal/command/deploy/deploy_build.go:348'] },
    {
      what: '[build].dockerfile, relative to its file, beats --dockerfile',
      sources: ['F internal/command/deploy/deploy_build.go:292'],
    },
    {
      what: '.dockerignore or <Dockerfile>.dockerignore says what is left out; an ignore file named otherwise counts for nothing with Depot, the default builder',
      sources: ['F internal/build/imgsrc/depot.go:279'],
    },
    { what: 'Labels of GitHub Actions', sources: ['F internal/command/deploy/deploy_build.go:222'] },
    {
      what: 'The reference of a release is a tag, with a ULID where no label is given',
      sources: ['F internal/build/imgsrc/docker.go:861'],
    },
    {
      what: 'Dockerfiles are interpreted in their last stage; FROM, RUN and COPY --from are registered',
      sources: [],
      assumed: 'there is no builder here',
    },
  ],
} as const satisfies Behaviours;

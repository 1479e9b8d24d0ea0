/**
 * Where each behaviour of the stand-in is known from. `F` is superfly/flyctl at ad0172fac, `G` superfly/fly-go v0.9.6;
 * otherwise a page of the documentation or an issue. What has no source says why it is assumed.
 */
export interface Behaviour {
  readonly what: string;
  readonly sources: readonly string[];
  /** Why it is so here, where no source says it. */
  readonly assumed?: string;
}

export const BEHAVIOURS: Readonly<Record<string, readonly Behaviour[]>> = {
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
  'First deploy': [
    {
      what: 'Decided by the status deployed or suspended and by machines, not by releases',
      sources: ['F internal/command/deploy/machines.go:339', 'G flaps/flaps_apps.go:50'],
    },
    {
      what: 'The status is pending until a deploy has made a machine, suspended when all are gone',
      sources: [],
      assumed: 'the server decides; flyctl#1397 of superfly/web is all that is said of it',
    },
    {
      what: 'Addresses: shared, dedicated or none; a port that is no plain web port leaves the app without',
      sources: ['F internal/appconfig/config.go:229', 'F internal/command/deploy/deploy_first.go:55'],
    },
    {
      what: 'A volume for each group with mounts, in the primary region, of initial_size, flag or 1 GB',
      sources: ['F internal/command/deploy/deploy_first.go:126'],
    },
    {
      what: 'No region of its own: without a primary region the platform chooses',
      sources: ['F internal/command/deploy/machines_launchinput.go:51'],
    },
    {
      what: 'The region the platform chooses is "ams"',
      sources: [],
      assumed: 'Fly takes the one nearest to the caller',
    },
  ],
  Deploy: [
    {
      what: 'Order: checks, image, addresses and volumes, release, release command, removed groups, new groups, updates',
      sources: [
        'F internal/command/deploy/machines.go:169',
        'F internal/command/deploy/machines_deploymachinesapp.go:468',
      ],
    },
    {
      what: 'Names of volumes are looked at before the release, their region after it',
      sources: ['F internal/command/deploy/machines.go:568', 'F internal/command/deploy/machines_launchinput.go:57'],
    },
    {
      what: 'Machines that are started, starting or failed are launched; all others get the release and stay as they are',
      sources: ['F internal/command/deploy/machines_launchinput.go:299'],
    },
    {
      what: 'Consoles, release commands and machines of "fly machine run" are left alone',
      sources: ['G flaps/flaps_machines.go:197', 'F internal/appconfig/machines.go:208'],
    },
    {
      what: '--only-machines, --exclude-machines, --regions, --exclude-regions, --process-groups',
      sources: ['F internal/command/deploy/machines.go:446'],
    },
    {
      what: 'High availability: two machines for services, one and a standby without, one with mounts',
      sources: ['F internal/command/deploy/machines_deploymachinesapp.go:413'],
    },
    {
      what: 'Rolling: groups in parallel, started machines apart from others, one first, then max-unavailable of the group',
      sources: [
        'F internal/command/deploy/machines_deploymachinesapp.go:847',
        'F internal/command/deploy/machines_deploymachinesapp.go:927',
      ],
    },
    {
      what: 'A failure beside a cancelled machine ends with 127 and an interrupted release',
      sources: [
        'sourcegraph/conc pool/error_pool.go joins all errors',
        'F internal/cli/cli.go:107',
        'F internal/command/deploy/machines_deploymachinesapp.go:100',
      ],
    },
    {
      what: 'immediate waits for nothing',
      sources: [
        'F internal/command/deploy/machines_deploymachinesapp.go:776',
        'F internal/command/deploy/machines_deploymachinesapp.go:1153',
      ],
    },
    {
      what: 'canary: a machine of each group is made and destroyed before the roll',
      sources: ['F internal/command/deploy/machines_deploymachinesapp.go:293'],
    },
    {
      what: 'bluegreen: one image, a check in at least one machine, green ones made, started, healthy, blue ones stopped and destroyed',
      sources: [
        'F internal/command/deploy/strategy_bluegreen.go:985',
        'F internal/command/deploy/strategy_bluegreen.go:258',
        'F internal/command/deploy/strategy_bluegreen.go:1298',
      ],
    },
    {
      what: 'bluegreen with mounts: the platform refuses a volume that another machine has',
      sources: [],
      assumed: 'nothing in flyctl refuses it; a volume has one machine (fly.io/docs/volumes/overview)',
    },
    {
      what: 'Updated: started, smoke check, checks; created: smoke check, started, checks',
      sources: [
        'F internal/command/deploy/machines_deploymachinesapp.go:210',
        'F internal/command/deploy/machines_deploymachinesapp.go:1158',
      ],
    },
    {
      what: 'A smoke check fails for a machine that restarts again and again (RestartCount > 1), and passes for one that ended',
      sources: ['F internal/machine/leasable_machine.go:293', 'F internal/machine/leasable_machine.go:314'],
    },
    {
      what: 'restart_count of an exit event counts this restart',
      sources: [],
      assumed: 'the platform counts; nothing in flyctl says from where',
    },
    {
      what: 'Leases are asked for during a minute; the text has words before it only with deploy retries',
      sources: ['G flaps/flaps_machines.go:280', 'G flaps/retry.go:11', 'F internal/command/deploy/plan.go:811'],
    },
    {
      what: 'Machines on a host that does not answer are replaced, unless their volume is there',
      sources: [
        'F internal/command/deploy/machines_launchinput.go:94',
        'F internal/command/deploy/machines_launchinput.go:208',
      ],
    },
    {
      what: 'Release status: pending, running, complete, failed, interrupted',
      sources: ['F internal/command/deploy/machines_deploymachinesapp.go:102'],
    },
    { what: '"pending" before it runs', sources: [], assumed: 'the server sets it when the release is made' },
    {
      what: 'A line of JSON with FLY_EMIT_RELEASE_JSON',
      sources: ['F internal/command/deploy/machines_deploymachinesapp.go:144'],
    },
    {
      what: 'The release command: its own machine, its log before the error',
      sources: [
        'F internal/command/deploy/machines_releasecommand.go:49',
        'F internal/command/deploy/machines_releasecommand.go:183',
      ],
    },
    {
      what: 'DNS is checked at the end and only warns',
      sources: ['F internal/command/deploy/machines_deploymachinesapp.go:1552'],
    },
  ],
  Secrets: [
    { what: 'The parser of secrets import', sources: ['F internal/command/secrets/parser.go:37'] },
    {
      what: 'No test for "unchanged": unless staged, a release and a restart of what runs',
      sources: ['F internal/command/secrets/secrets.go:65'],
    },
    {
      what: 'Status of each secret from the releases of the machines; Staged for all when the releases cannot be read',
      sources: ['F internal/command/secrets/list.go:306', 'F internal/command/secrets/list.go:360'],
    },
    {
      what: '[[files]] with secret_name get the decoded value',
      sources: ['fly.io/docs/reference/configuration: the files section'],
    },
    {
      what: 'A file without its secret keeps the machine from starting',
      sources: [],
      assumed: 'the documentation does not say',
    },
  ],
  Machines: [
    {
      what: 'JSON of machine list; config absent and incomplete_config there when the host does not answer',
      sources: ['G machine_types.go:69'],
    },
    { what: 'Exit events with restart_count', sources: ['G machine_types.go:305'] },
    {
      what: 'status shows machines of the platform only, by id backwards',
      sources: ['F internal/command/status/machines.go:154'],
    },
    { what: 'machine exec exits with 0 whatever the command does', sources: ['F internal/command/machine/exec.go:56'] },
    {
      what: 'Restart policies, kill signal and timeout',
      sources: ['fly.io/docs/machines/guides-examples/machine-restart-policy'],
    },
    {
      what: 'Checks run over IPv4',
      sources: ['fly.io/docs/networking/app-services: servers have to listen on 0.0.0.0'],
    },
    {
      what: 'A stopped machine is gone from DNS',
      sources: ['fly.io/docs/networking/private-networking: started machines only'],
    },
  ],
  Network: [
    {
      what: 'AAAA and TXT names of .internal, fdaa:: addresses, five seconds of life',
      sources: ['fly.io/docs/networking/private-networking'],
    },
    {
      what: 'proxy waits for the tunnel and the name, and looks the name up for every connection',
      sources: ['F agent/client.go:461', 'F proxy/connect.go:90', 'F proxy/server.go:52'],
    },
    {
      what: 'The edge: addresses, ports of services, least loaded machine, headers, wake-up',
      sources: ['fly.io/docs/reference/load-balancing', 'fly.io/docs/networking/request-headers'],
    },
  ],
  Lists: [
    {
      what: 'releases: 25, newest first, null when there are none',
      sources: ['F internal/command/apps/releases.go:57'],
    },
    {
      what: 'ips allocate-v4 and allocate-v6 have no --json, and a dedicated IPv4 asks for --yes',
      sources: ['F internal/command/ips/allocate.go:65'],
    },
    {
      what: 'volumes create asks for --yes for the first one of a name',
      sources: ['F internal/command/volumes/create.go:219'],
    },
    {
      what: 'logs: 401 for a token that may not read them; --no-tail ends after what is there',
      sources: ['G error.go:20', 'F internal/command/logs/logs.go:160'],
    },
  ],
  Time: [
    {
      what: 'Ten seconds of a smoke check are half a second, a minute of asking for leases three, four minutes for a name one and a half',
      sources: [],
      assumed: 'tests cannot wait as long; the order of the times is kept',
    },
  ],
};

import type { Behaviours } from './behaviour.js';

/** What a deploy does. */
export const DEPLOYS = {
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
      what: 'A killed flyctl leaves the release running, short leases of what it updated and long ones of what it made',
      sources: [
        'F internal/command/deploy/machines_deploymachinesapp.go:1132',
        'F internal/command/deploy/machines.go:41',
      ],
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
} as const satisfies Behaviours;

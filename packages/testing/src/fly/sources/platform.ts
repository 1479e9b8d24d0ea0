import type { Behaviours } from './behaviour.js';

/** Secrets, machines, the network and lists. */
export const PLATFORM = {
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
      what: 'proxy and ssh console start an agent, one for each configuration folder, which outlives them with the token of their environment and carries each connection',
      sources: ['F agent/client.go:38', 'F agent/start.go:43', 'F agent/start.go:50', 'F agent/agent.go:16'],
    },
    {
      what: 'agent stop needs no login, ends the agent of its configuration folder, and fails where none runs',
      sources: ['F internal/command/agent/stop.go:27', 'F agent/client.go:148'],
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
} as const satisfies Behaviours;

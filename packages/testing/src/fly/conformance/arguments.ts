import { parseArgs } from 'node:util';

export interface ConformanceArguments {
  readonly flyctl: string | undefined;
  readonly only: string;
  readonly account: { readonly app: string; readonly org: string } | undefined;
  readonly shows: 'help' | 'list' | 'json' | 'table';
}

export const usage = `npm run conformance -- [options]

Asks of the stand-in, and of a real flyctl, what the suite relies on. Without options: the stand-in alone.

  --flyctl PATH      also this flyctl, against prepared answers on this computer; it needs no account and no network
  --only TEXT        only probes whose name holds this text
  --fly-app NAME     also with the account of FLY_API_TOKEN (needs --flyctl): makes the apps NAME, NAME-empty and
                     NAME-new with a machine and a volume, and destroys them; costs some cents
  --org SLUG         the organisation for these apps; personal unless given
  --make-apps        says that you know what --fly-app does; without it nothing is made
  --list             shows the probes and where each is taken from; runs none
  --json             verdicts as JSON
  --help             this text
  --grafana URL      asks a Grafana instead; "npm run conformance -- --grafana URL --help" has its options

Ends with 1 when a probe fails, with 2 when the options are wrong.
`;

/** @throws Error with a sentence for the person who typed it */
export function parseConformanceArguments(argv: readonly string[], env: NodeJS.ProcessEnv): ConformanceArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      flyctl: { type: 'string' },
      only: { type: 'string' },
      'fly-app': { type: 'string' },
      org: { type: 'string' },
      'make-apps': { type: 'boolean' },
      list: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const { flyctl, only = '', org = 'personal', list, json, help, 'fly-app': app, 'make-apps': consent } = values;
  const shows = help === true ? 'help' : list === true ? 'list' : json === true ? 'json' : 'table';
  if (app !== undefined && shows !== 'help') requireAccount({ flyctl, consent, env });
  return { flyctl, only, account: app === undefined ? undefined : { app, org }, shows };
}

interface AccountNeeds {
  readonly flyctl: string | undefined;
  readonly consent: boolean | undefined;
  readonly env: NodeJS.ProcessEnv;
}

function requireAccount({ flyctl, consent, env }: AccountNeeds): void {
  if (flyctl === undefined) throw new Error('--fly-app needs --flyctl PATH.');
  if (consent !== true) throw new Error('--fly-app makes and destroys apps of your account; say --make-apps too.');
  if ((env['FLY_API_TOKEN'] ?? '') === '') throw new Error('--fly-app needs the variable FLY_API_TOKEN.');
}

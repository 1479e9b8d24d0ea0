import { answerField } from './answer.js';

export interface AppStatus {
  readonly name: string;
  readonly deployed: boolean;
  /** `deployed`, `suspended`, `pending`; in lower case. */
  readonly status: string;
  /** `<app>.fly.dev`; it resolves only when the app has an address. */
  readonly hostname: string;
}

/** @throws SuiteError UNEXPECTED_ANSWER */
export function parseAppStatus(json: unknown): AppStatus {
  const app = answerField(json, 'flyctl status');
  const name = app.at('Name').string();
  return {
    name,
    deployed: app.at('Deployed').optionalBoolean() ?? false,
    status: (app.at('Status').optionalString() ?? '').toLowerCase(),
    hostname: app.at('Hostname').optionalString() ?? `${name}.fly.dev`,
  };
}

export interface Volume {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly sizeGb: number;
  /** Or of what else it is attached to. */
  readonly attachedMachineId: string | undefined;
  readonly state: string;
  /** `ok`, `unknown` or `unreachable`. */
  readonly hostStatus: string;
}

/** @throws SuiteError UNEXPECTED_ANSWER */
export function parseVolumes(json: unknown): readonly Volume[] {
  return answerField(json, 'flyctl volumes list')
    .list()
    .map((volume) => ({
      id: volume.at('id').string(),
      name: volume.at('name').string(),
      region: volume.at('region').optionalString() ?? '',
      sizeGb: volume.at('size_gb').optionalInteger() ?? 0,
      attachedMachineId:
        volume.at('attached_machine_id').optionalString() ?? volume.at('attached_alloc_id').optionalString(),
      state: volume.at('state').optionalString() ?? '',
      hostStatus: volume.at('host_status').optionalString() ?? 'ok',
    }));
}

export interface Address {
  readonly address: string;
  /** `v4`, `v6`, `shared_v4`, `private_v6`, … */
  readonly type: string;
}

/** @throws SuiteError UNEXPECTED_ANSWER */
export function parseAddresses(json: unknown): readonly Address[] {
  return answerField(json, 'flyctl ips list')
    .list()
    .map((ip) => ({ address: ip.at('Address').optionalString() ?? '', type: ip.at('Type').string().toLowerCase() }));
}

export interface StoredSecret {
  readonly name: string;
  /** `deployed`, `staged`, `partial` or `unknown`; in lower case. */
  readonly status: string;
}

/**
 * Names only; the values never leave Fly.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
export function parseStoredSecrets(json: unknown): readonly StoredSecret[] {
  return answerField(json, 'flyctl secrets list')
    .list()
    .map((secret) => ({
      // Capitalised before flyctl 0.3.178; without a status before 0.4.6.
      name: secret.at('name').optionalString() ?? secret.at('Name').string(),
      status: (secret.at('status').optionalString() ?? 'unknown').toLowerCase(),
    }));
}

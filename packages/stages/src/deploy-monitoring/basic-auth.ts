import { createHash } from 'node:crypto';
import { Secret } from '@fly-monitoring/kit';
import { slowDigest } from '../slow-digest.js';

/** bcrypt looks at no more than this; the rest of a longer password would protect nothing. */
export const longestPasswordBytes = 72;
/** About 0.1 s for the first request of a client; Prometheus remembers it afterwards. */
const bcryptCost = 10;
/** The user as which Prometheus scrapes itself; the image's entrypoint has the same name. */
const selfUser = 'self-scrape';

export interface Credentials {
  readonly app: string;
  readonly user: string;
  readonly password: Secret;
}

/**
 * The line `user:$2b$10$…` for the secret PROMETHEUS_BASIC_AUTH. The salt is made from app, user and password, so
 * that the same password gives the same line and an unchanged deployment stays unchanged.
 */
export async function prometheusBasicAuth({ app, user, password }: Credentials): Promise<Secret> {
  return new Secret(`${user}:${await bcryptLine(`${app}\0${user}`, password.reveal())}`);
}

/**
 * `password:$2b$10$…` for the secret PROMETHEUS_SELF_AUTH: a password that nobody has to know, made from the one that
 * is given.
 */
export async function prometheusSelfAuth({ app, user, password }: Credentials): Promise<Secret> {
  const own = await slowDigest(password.reveal(), { salt: `${app}\0${user}\0${selfUser}`, bytes: 24 });
  const ownPassword = own.toString('base64url');
  return new Secret(`${ownPassword}:${await bcryptLine(`${app}\0${selfUser}`, ownPassword)}`);
}

/** bcrypt is loaded here because only a protected Prometheus needs it. */
async function bcryptLine(context: string, password: string): Promise<string> {
  const { default: bcrypt } = await import('bcryptjs');
  const salt = createHash('sha256').update(`${context}\0${password}`).digest().subarray(0, 16);
  return bcrypt.hashSync(password, `$2b$${bcryptCost}$${bcrypt.encodeBase64([...salt], 16)}`);
}

import { type BinaryLike, type ScryptOptions, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's least costs for scrypt with 32 MiB a guess: what it makes is shown where the secret must not be found. */
const scryptCost: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };

const slowly = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt);

/** About a quarter of a second on a core of its own, so that several are made side by side while others work. */
export function slowDigest(secret: string, { salt, bytes }: { readonly salt: string; readonly bytes: number }) {
  return slowly(secret, `fly-monitoring\0${salt}`, bytes, scryptCost);
}

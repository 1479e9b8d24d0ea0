import { createHash, randomBytes } from 'node:crypto';

export function newMachineId(): string {
  return randomBytes(7).toString('hex');
}

export function newVolumeId(): string {
  return `vol_${randomBytes(9).toString('hex').slice(0, 17)}`;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: the time, then chance. */
export function newUlid(): string {
  let time = Date.now();
  let head = '';
  for (let digit = 0; digit < 10; digit += 1) {
    head = CROCKFORD.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  return head + [...randomBytes(16)].map((byte) => CROCKFORD.charAt(byte % 32)).join('');
}

/** A 6PN address: organisation, host and machine in places that programs should not read anything from. */
export function privateAddress(machineId: string): string {
  const hash = createHash('sha256').update(machineId).digest('hex');
  const part = (at: number) => (Number.parseInt(hash.slice(at, at + 4), 16) || 1).toString(16);
  return `fdaa:0:18:a7b:${part(0)}:${part(4)}:${part(8)}:2`;
}

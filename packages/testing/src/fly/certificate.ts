import { generate } from 'selfsigned';
import type { Certificate } from './edge/edge.js';

/** A certificate for *.fly.dev that is its own authority; good for a day. */
export async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: '*.fly.dev' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 24 * 3_600_000),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: '*.fly.dev' }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

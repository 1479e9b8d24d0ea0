import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command.js';

/** Unpacks a Node release, as npm carries it for each platform, and returns its version. */
export async function unpackNode(major: number, target: string, scratch: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const wanted = `node-${platform}-${process.arch}@${major}`;
  const packed = await runCommand('npm', ['pack', '--silent', wanted], scratch);
  const archive = packed.trim().split('\n').at(-1) ?? '';
  await runCommand('tar', ['-xzf', join(scratch, archive), '-C', target], scratch);
  const manifest: unknown = JSON.parse(await readFile(join(target, 'package/package.json'), 'utf8'));
  return String((manifest as { version?: unknown }).version);
}

// The floor of an unchanged deploy: asks flyctl the same in the same order, and does nothing with the answers.
import { spawn } from 'node:child_process';

const ask = (...args) =>
  new Promise((resolve, reject) => {
    const child = spawn('flyctl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.resume();
    child.stderr.resume();
    child.once('error', reject).once('close', resolve);
  });

await ask('version');
await Promise.all(
  [['status'], ['releases'], ['machine', 'list'], ['secrets', 'list'], ['ips', 'list'], ['volumes', 'list']].map(
    (command) => ask(...command, '--json', '-a', 'shop'),
  ),
);

import { mkdirSync, readdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PASSWD = `root:x:0:0:root:/root:/bin/sh
node:x:1000:1000::/home/node:/bin/sh
nobody:x:65534:65534:nobody:/home:/usr/sbin/nologin
`;
const GROUP = 'root:x:0:\nnode:x:1000:\nnogroup:x:65534:\n';

/** The programs of this computer, as folders of links that machines get a copy of, and the files of /etc they need. */
export function prepareLinks(folder: string): void {
  linkPrograms(path.join(folder, 'bin'), ['/usr/bin', '/bin']);
  linkPrograms(path.join(folder, 'sbin'), ['/usr/sbin', '/sbin']);
  const etc = path.join(folder, 'etc');
  mkdirSync(etc, { recursive: true });
  writeFileSync(path.join(etc, 'passwd'), PASSWD);
  writeFileSync(path.join(etc, 'group'), GROUP);
  writeFileSync(path.join(etc, 'nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files dns\n');
}

/** Machines see /usr of this computer at /.host/usr. On a computer with a separate /bin its programs are copied there by nobody; they are in /usr on every current distribution. */
function linkPrograms(folder: string, sources: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const real = new Set(
    sources
      .filter((source) => statSync(source, { throwIfNoEntry: false }) !== undefined)
      .map((source) => realpathSync(source)),
  );
  for (const source of real) {
    for (const name of readdirSync(source)) {
      try {
        symlinkSync(`/.host${source}/${name}`, path.join(folder, name));
      } catch {
        // Two folders may hold the same program; the first one wins.
      }
    }
  }
}

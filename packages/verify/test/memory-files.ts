import type { Files } from '@fly-monitoring/kit';

/** A checkout in memory: what a proof reads and writes. */
export function memoryFiles(files: Map<string, string>): Files {
  return {
    readText: (path) => Promise.resolve(files.get(path)),
    writeText: (path: string, text: string) => {
      files.set(path, text);
      return Promise.resolve();
    },
    exists: (path) => Promise.resolve(files.has(path)),
    list: (folder) => {
      const below = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
      return Promise.resolve(below.map((path) => path.slice(folder.length + 1)).sort());
    },
    entries: () => Promise.resolve([]),
    makeTemporaryFolder: () => Promise.resolve('/tmp/world'),
    removeFolder: () => Promise.resolve(),
    freePort: () => Promise.resolve(19_090),
    copy: () => Promise.reject(new Error('nothing is copied here')),
    readBytes: (path) => {
      const text = files.get(path);
      return Promise.resolve(text === undefined ? undefined : Buffer.from(text));
    },
    writeBytes: () => Promise.reject(new Error('no bytes are written here')),
    sha256: () => Promise.resolve(undefined),
  };
}

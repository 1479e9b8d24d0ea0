import type { Log } from '@fly-monitoring/kit';

/** For stages that run side by side: each line tells whose it is, and groups, which cannot overlap, become lines. */
export function prefixedLog(log: Log, name: string): Log {
  const prefix = `${name.padEnd(10)} │ `;
  return {
    // Each line of a text has the prefix: what a tool wrote must not pass for a line of another stage.
    info: (text) =>
      log.info(
        text
          .split(/\r?\n/)
          .map((line) => prefix + line)
          .join('\n'),
      ),
    group: (title, body) => {
      log.info(prefix + title);
      return body();
    },
    annotate: (annotation) => log.annotate(annotation),
    ...(log.live && { live: log.live }),
  };
}

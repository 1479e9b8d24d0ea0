import type { Http } from '../ports.js';

/**
 * HTTP by undici, which is loaded with the first request: loading it takes longer than all else of a start, and most
 * runs that change nothing ask nobody but flyctl.
 */
export function undiciHttp(): Http {
  let opened: Promise<Http> | undefined;
  const open = () => {
    opened ??= import('./undici-exchange.js').then(({ openUndici }) => openUndici());
    return opened;
  };
  return {
    send: async (request) => (await open()).send(request),
    download: async (url, path, options) => (await open()).download(url, path, options),
  };
}

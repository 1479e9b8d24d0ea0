/** Where an app with a public service answers. */
export function publicUrl(app: string): string {
  return `https://${app}.fly.dev`;
}

/** Where its machines answer for those of the same organisation (https://fly.io/docs/networking/private-networking). */
export function privateUrl(app: string, port: number): string {
  return `http://${app}.internal:${port}`;
}

/** All addresses of a server of the app: the last one is the proxy inside Fly's private network. */
export function addressesOfApp(app: string, port: number): readonly string[] {
  return [publicUrl(app), privateUrl(app, port), `http://${app}.flycast:${port}`];
}

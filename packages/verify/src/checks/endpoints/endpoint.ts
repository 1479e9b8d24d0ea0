export interface Endpoint {
  readonly url: string;
  readonly status: number;
}

/** `https://host/path` or `https://host/path 403`. */
export function parseEndpoints(lines: readonly string[]): {
  readonly endpoints: readonly Endpoint[];
  readonly problems: readonly string[];
} {
  const endpoints: Endpoint[] = [];
  const problems: string[] = [];
  for (const line of lines) {
    const [url = '', status = '200', ...rest] = line.split(/\s+/);
    const isRight = rest.length === 0 && /^[1-5]\d\d$/.test(status) && isPublicAddress(url);
    if (isRight) endpoints.push({ url, status: Number(status) });
    else
      problems.push(
        `Input "endpoints" holds "${withoutUser(line)}"; each line must be an address without user and password, and perhaps a status: https://host/path 200.`,
      );
  }
  return { endpoints, problems };
}

function isPublicAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

function withoutUser(text: string): string {
  return text.replace(/\/\/[^/@]*@/, '//***@');
}

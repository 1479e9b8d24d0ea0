import type { RequestListener } from 'node:http';

const metrics = (response: Parameters<RequestListener>[1], body: string) => {
  response.setHeader('content-type', 'text/plain; version=0.0.4');
  response.end(body);
};

/** Of the release that is still running although another one was deployed. */
export const oldRevision: RequestListener = (_request, response) =>
  metrics(response, 'shop_build_info{revision="1111111aaaaaaa"} 1\ndemo_total 1\n');

export const startedLongAgo: RequestListener = (_request, response) =>
  metrics(response, 'process_start_time_seconds 1700000000\ndemo_total 1\n');

/** Nearly as slow as the time-out allows. */
export const slow: RequestListener = (_request, response) => {
  setTimeout(() => metrics(response, 'demo_total 1\n'), 430);
};

/** Sets its own timestamps, each older than the one before. */
export const backwards = (): RequestListener => {
  let scrapes = 0;
  const startMs = Date.now();
  return (_request, response) => {
    scrapes += 1;
    metrics(response, `demo_total ${scrapes}\ntemperature 20 ${startMs - scrapes * 1_000}\n`);
  };
};

/** Writes one series twice. */
export const twice: RequestListener = (_request, response) =>
  metrics(response, 'demo_total{path="/"} 1\ndemo_total{path="/"} 2\n');

export const twoMetrics: RequestListener = (_request, response) => metrics(response, 'one_total 1\ntwo_total 2\n');

/** Says itself which job and instance it is, as a gateway or a federated Prometheus does. */
export const labelled =
  (job: string, instance: string): RequestListener =>
  (_request, response) =>
    metrics(response, `demo_total{job="${job}",instance="${instance}",path="/"} 1\n`);

/** So many series that one scrape is longer than the few kilobytes of a disk that is nearly full. */
export const manySeries: RequestListener = (_request, response) => {
  const lines = Array.from({ length: 2_000 }, (_, n) => `demo_total{path="/${n}"} ${Math.sin(n)}\n`);
  metrics(response, lines.join(''));
};

/** Answers until it is told to die. */
export const mortal = () => {
  let isDead = false;
  const answer: RequestListener = (request, response) =>
    isDead ? request.socket.destroy() : metrics(response, 'demo_total 1\n');
  return {
    answer,
    die: () => {
      isDead = true;
    },
  };
};

/** Takes every alert and has none to show. */
export const forgetfulAlertmanager: RequestListener = (request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(request.method === 'GET' ? '[]' : '{}');
};

/** Shows what it got, in the shape of an Alertmanager's second API. */
export const keepingAlertmanager = (): RequestListener => {
  const alerts: { labels: unknown; status: { state: string } }[] = [];
  return (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') {
      response.end(JSON.stringify(alerts));
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const sent = JSON.parse(body) as { labels: unknown }[];
      alerts.push(...sent.map(({ labels }) => ({ labels, status: { state: 'active' } })));
      response.end('{}');
    });
  };
};

export const brokenAlertmanager: RequestListener = (_request, response) => {
  response.statusCode = 500;
  response.end('no');
};

export const ill: RequestListener = (_request, response) => {
  response.statusCode = 503;
  response.end('database is gone');
};

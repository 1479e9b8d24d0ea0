import type { RequestListener } from 'node:http';

const metrics = (response: Parameters<RequestListener>[1], lines: readonly string[]) => {
  response.setHeader('content-type', 'text/plain; version=0.0.4');
  response.end(`${lines.join('\n')}\n`);
};

/** A shop with traffic: everything a dashboard could want, one route of it failing. */
export const shop = (): RequestListener => {
  let scrapes = 0;
  return (_request, response) => {
    scrapes += 1;
    metrics(response, [
      '# TYPE shop_orders_total counter',
      `shop_orders_total{outcome="ok"} ${scrapes}`,
      '# TYPE shop_requests_total counter',
      `shop_requests_total{route="/a_failing"} ${scrapes * 10}`,
      `shop_requests_total{route="/z_fine"} ${scrapes * 10}`,
      '# TYPE shop_errors_total counter',
      `shop_errors_total{route="/a_failing"} ${scrapes * 5}`,
      'shop_errors_total{route="/z_fine"} 0',
      '# TYPE shop_idle_total counter',
      'shop_idle_total 0',
      '# TYPE shop_first_use_seconds histogram',
      `shop_version{revision="1"} 1`,
    ]);
  };
};

/** Nothing of the shop: the port answers with another service's metrics. */
export const somebodyElse: RequestListener = (_request, response) => metrics(response, ['demo_total 1']);

/** A release that forgets a metric when it is told to. */
export const forgetful = () => {
  let hasForgotten = false;
  const answer: RequestListener = (_request, response) =>
    metrics(response, ['shop_version{revision="1"} 1', ...(hasForgotten ? [] : ['shop_carts 3'])]);
  return {
    answer,
    forget: () => {
      hasForgotten = true;
    },
  };
};

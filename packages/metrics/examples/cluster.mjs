// Two workers behind one port; the primary answers /metrics for both on port 9091.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { metrics } from '@fly-monitoring/metrics';
import express from 'express';
import { AggregatorRegistry } from 'prom-client';

const WORKERS = 2;

function runPrimary() {
  for (let i = 0; i < WORKERS; i++) cluster.fork();
  const registry = new AggregatorRegistry();
  const port = Number(process.env.METRICS_PORT ?? 9091);
  createServer(async (_req, res) => {
    try {
      const text = await registry.clusterMetrics();
      res.setHeader('content-type', registry.contentType);
      res.end(text);
    } catch (error) {
      res.statusCode = 500;
      res.end(`${error.message}\n`);
    }
  }).listen(port);
}

function runWorker() {
  // Answers the primary over the cluster's channel.
  new AggregatorRegistry();
  const app = express();
  app.use(metrics());
  app.get('/hello/:name', (req, res) => res.json({ hello: req.params.name }));
  app.listen(Number(process.env.PORT ?? 3000));
}

if (cluster.isPrimary) runPrimary();
else runWorker();

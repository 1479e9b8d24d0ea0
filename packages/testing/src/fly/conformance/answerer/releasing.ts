import type { Scene } from '../probe.js';
import type { Fields } from './graphql.js';

const launched = {
  state: 'started',
  private_ip: 'fdaa:0:1:a7b:1:2:5:2',
  created_at: '2026-01-04T00:00:00Z',
  updated_at: '2026-01-04T00:00:00Z',
  host_status: 'ok',
};

/** Its process ended again and again, since it was updated. */
const crashes = [3, 2, 1].map((count) => ({
  id: `crash-${count}`,
  type: 'exit',
  status: 'stopped',
  source: 'flyd',
  timestamp: Date.parse('2026-01-04T00:00:00Z') + count * 1_000,
  request: {
    exit_event: { exit_code: 7, guest_exit_code: 7, oom_killed: false, requested_stop: false, restarting: true },
    restart_count: count,
  },
}));

const lease = {
  status: 'success',
  data: { nonce: 'nonce-1', expires_at: 4_102_444_800, owner: 'someone@example.com' },
};

/** What a deploy changes while it runs; one answerer sees one deploy. */
export class Releasing {
  readonly #machines: Map<string, Fields>;
  #version = 2;

  readonly #scene: Scene;

  constructor(machines: readonly Fields[], scene: Scene) {
    this.#scene = scene;
    this.#machines = new Map(machines.map((machine) => [String(machine['id']), machine]));
  }

  get machines(): readonly Fields[] {
    return [...this.#machines.values()];
  }

  machine(id: string): Fields {
    return this.#machines.get(id) ?? {};
  }

  /** Takes the new configuration; what runs goes on running as a new instance. */
  update(id: string, body: Fields): Fields {
    const status = this.#scene === 'unhealthy-app' ? 'critical' : 'passing';
    const events = this.#scene === 'crashing-app' ? crashes : [];
    const checks = [{ name: 'ready', status, output: 'said the check', updated_at: '2026-01-04T00:00:00Z' }];
    const updated = {
      ...this.machine(id),
      checks,
      config: body['config'],
      instance_id: `01HCONFORMANCE${id}`,
      events,
    };
    this.#machines.set(id, updated);
    return updated;
  }

  launch(body: Fields): Fields {
    const id = `d890${this.#machines.size}`;
    this.#machines.set(id, { ...launched, id, name: body['name'] ?? id, region: body['region'] });
    return this.update(id, body);
  }

  createRelease(body: Fields): Fields {
    this.#version += 1;
    return {
      id: `release-${this.#version}`,
      version: this.#version,
      status: 'pending',
      stable: false,
      in_progress: true,
      strategy: body['strategy'],
      user: 'someone@example.com',
      created_at: '2026-01-04T00:00:00Z',
      image_ref: body['image'],
    };
  }

  updateRelease(id: string, body: Fields): Fields {
    return { ...this.createRelease({}), id, status: body['status'] };
  }

  lease(): Fields {
    return lease;
  }
}

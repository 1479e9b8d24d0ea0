import type { EventStore, StoreEngine } from './event-store.js';

export type StoreOperation = 'prepare' | 'insert' | 'query';

export interface CountedOperation {
  readonly store: StoreEngine;
  readonly operation: StoreOperation;
  readonly outcome: 'ok' | 'error';
}

/** The same store, with each of its operations counted where it ends. */
export function countOperations(store: EventStore, count: (done: CountedOperation) => void): EventStore {
  const counted = async <Result>(operation: StoreOperation, run: () => Promise<Result>): Promise<Result> => {
    try {
      const result = await run();
      count({ store: store.engine, operation, outcome: 'ok' });
      return result;
    } catch (error) {
      count({ store: store.engine, operation, outcome: 'error' });
      throw error;
    }
  };
  return {
    engine: store.engine,
    prepare: () => counted('prepare', () => store.prepare()),
    insert: (batch) => counted('insert', () => store.insert(batch)),
    countByType: (sinceMs) => counted('query', () => store.countByType(sinceMs)),
    close: () => store.close(),
  };
}

// Unit and end-to-end tests are one suite in two runs: scripts/test.mjs says why.
/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: [
    '<rootDir>/packages',
    '<rootDir>/actions',
    '<rootDir>/dashboards',
    '<rootDir>/monitoring',
    '<rootDir>/scripts',
    '<rootDir>/test',
  ],
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/', '/lib/', '/.cache/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    // Tests see the sources of every package; child processes run the compiled ones.
    '^@fly-monitoring/(kit|fly|prometheus|grafana|contract|verify|stages|metrics|fechatter|demo)$':
      '<rootDir>/packages/$1/src/index.ts',
    '^@fly-monitoring/prometheus/promql$': '<rootDir>/packages/prometheus/src/promql.ts',
    '^@fly-monitoring/testing/(engines|fly|grafana|workflow)$': '<rootDir>/packages/testing/src/$1/index.ts',
    '^@fly-monitoring/dashboards$': '<rootDir>/dashboards/src/index.ts',
    '^(\\.{1,2}/.+)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
    '/node_modules/@actions/(workflow-parser|languageservice)/.+\\.js$': '<rootDir>/scripts/json-imports.mjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!@actions/(workflow-parser|languageservice)/)'],
  // Long enough for a loaded machine; a test that hangs still ends.
  testTimeout: 30_000,
  setupFiles: ['<rootDir>/test/setup.js'],
  clearMocks: true,
  restoreMocks: true,
};

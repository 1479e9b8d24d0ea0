export { type EnginePaths, type EngineTest, engineOrSkip } from './engine-or-skip.js';
export { type EnsureOptions, ensureEngines } from './ensure.js';
export { type EngineLookup, findEngine, upstreamVersion } from './find.js';
export { freePort } from './free-port.js';
export { pathWithoutEngines } from './path-without.js';
export { runOrSkip, type TestDoor } from './run-or-skip.js';
export { type EngineName, engineNames, engines, isEngineName } from './table.js';

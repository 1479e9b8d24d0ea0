export { type EnginePaths, type EngineTest, engineOrSkip, type TestDoor } from './engine-or-skip.js';
export { type EnsureOptions, ensureEngines } from './ensure.js';
export { type EngineLookup, findEngine } from './find.js';
export { type EngineName, engineNames, engines, isEngineName } from './table.js';

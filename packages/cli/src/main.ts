#!/usr/bin/env node
import { endProcess, outliveReaders } from '@fly-monitoring/kit';
import { startCommandLine } from './start.js';

outliveReaders();
await endProcess(await startCommandLine(process.argv.slice(2)));

#!/usr/bin/env node
import { interruptChildrenWithUs } from '@fly-monitoring/kit';
import { startCommandLine } from './start.js';

interruptChildrenWithUs();
process.exitCode = await startCommandLine(process.argv.slice(2));
// Sockets kept alive by servers would hold the terminal until they time out.
process.exit();

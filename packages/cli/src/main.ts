#!/usr/bin/env node
import { startCommandLine } from './start.js';

process.exitCode = await startCommandLine(process.argv.slice(2));
// Sockets kept alive by servers would hold the terminal until they time out.
process.exit();

#!/usr/bin/env node
import { EXIT } from './exit.ts';
import { processHost } from './host.ts';
import { run } from './run.ts';

const host = processHost();
const code = await run(process.argv.slice(2), host);
// The head of a chain, or who was refused, is told on standard error.
process.exitCode = host.untold() && (code === EXIT.done || code === EXIT.someRefused) ? EXIT.internal : code;

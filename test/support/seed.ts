import fc from 'fast-check';

/**
 * Random tests draw the same cases in every run, so that a failure is a fault of what changed. `ND178_SEED` gives
 * another seed; `ND178_SEED=random` explores, and a failure then prints the seed that shows it again.
 */
const given = process.env['ND178_SEED'] ?? '178';
if (given !== 'random') fc.configureGlobal({ seed: Number(given) });

/** How hard the random tests try: 1 in a normal run, less for mutation testing, more for a nightly one. */
const EFFORT = Number(process.env['ND178_EFFORT'] ?? 1);

/** A number of random runs, made more or fewer by `ND178_EFFORT`. */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * EFFORT));
}

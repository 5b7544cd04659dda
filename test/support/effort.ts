/** How hard the random tests try: 1 in a normal run, less for mutation testing, more for a nightly one. */
const EFFORT = Number(process.env['ND178_EFFORT'] ?? 1);

/** A number of random runs, made more or fewer by `ND178_EFFORT`. */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * EFFORT));
}

/** A part of a list that is the same on every run: all of it at effort 1, every second at a half. */
export function sampled<T>(all: readonly T[]): T[] {
  const step = Math.max(1, Math.round(1 / EFFORT));
  return all.filter((_, at) => at % step === 0);
}

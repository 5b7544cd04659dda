/** How hard the random tests try: 1 in a normal run, less for mutation testing, more for a nightly one. */
const EFFORT = Number(process.env['ND178_EFFORT'] ?? 1);

/** A number of random runs, made more or fewer by `ND178_EFFORT`. */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * EFFORT));
}

/**
 * A part of a list that is the same on every run: all of it at effort 1, about half at a half. The items are picked by
 * a hash of their place, not by every n-th: lists made of nested loops have a rhythm, and a step that falls in with
 * it would take one kind of item alone.
 */
export function sampled<T>(all: readonly T[]): T[] {
  return EFFORT >= 1 ? [...all] : all.filter((_, at) => (Math.imul(at + 1, 0x9e3779b1) >>> 0) / 2 ** 32 < EFFORT);
}

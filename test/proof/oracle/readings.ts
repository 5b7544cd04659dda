/** The open legal questions with their options; the first option is the default. */
export const READINGS = {
  'mid-month-leaving': ['month', 'whole-months'],
  'window-event': ['leaving', 'decision'],
  'salary-rounding': ['component', 'exact'],
  'forces-percent-base': ['salary-and-position', 'with-seniority'],
  'in-force-day': ['in', 'out'],
  'under-24-window': ['tt-01', 'decree'],
  'service-from-july-2025': ['all', 'under-20-only'],
  'service-under-20-before-july-2025': ['fifteen-year-rule', 'flat-five'],
  'service-under-15': ['four-flat', 'five-flat', 'nothing'],
} as const;

export type ReadingId = keyof typeof READINGS;
export type Readings = { [Id in ReadingId]: (typeof READINGS)[Id][number] };

/** Every question with its chosen option. Throws on an unknown question or option: that is a defect of the caller. */
export function resolveReadings(chosen: Record<string, string> = {}): Readings {
  const result: Record<string, string> = {};
  for (const [id, options] of Object.entries(READINGS)) result[id] = options[0];
  for (const [id, option] of Object.entries(chosen)) {
    const options: readonly string[] | undefined = READINGS[id as ReadingId];
    if (!options?.includes(option)) throw new RangeError(`unknown reading ${id}=${option}`);
    result[id] = option;
  }
  return result as Readings;
}

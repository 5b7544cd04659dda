/** How many characters of the output hash a paper bears: enough that nobody meets the same by chance. */
const SHOWN = 16;

/**
 * What a paper bears of a receipt: the first characters of its output hash, in groups of four ("3f9a-22c1-08be-77d0").
 * `replay --receipt` tells whether a case or a record gives it.
 */
export function shortened(output: string): string {
  const digits = output.replace(/^sha256:/, '').slice(0, SHOWN);
  return digits.replace(/(.{4})(?=.)/g, '$1-');
}

/** Whether a typed receipt is that of an output hash; hyphens, spaces and case do not matter. */
export function isReceiptOf(typed: string, output: string): boolean {
  return typed.toLowerCase().replace(/[\s-]/g, '') === shortened(output).replace(/-/g, '');
}

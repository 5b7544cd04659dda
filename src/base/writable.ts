/**
 * A type under construction: its members may still be set, one after the other. Objects of results are built so rather
 * than by spreading parts into one another, which costs more than the calculation between them.
 */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A copy with further members. Copies made so have one shape; where a spread is followed by members of its own
 * (`{...object, more}`), engines of the Node.js 20 line give each copy a shape of its own, and all that reads them is slow.
 */
export function copyWith<T extends object, M extends object>(object: T, members: M): T & M {
  return Object.assign({}, object, members);
}

/**
 * A type under construction: its members may still be set, one after the other. Objects of results are built so rather
 * than by spreading parts into one another, which costs more than the calculation between them.
 */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A product of sets of parts, one set for each axis. */
export type Box = readonly ReadonlySet<number>[];

/** A cell by the numbers of its parts, and what is to be told of it; cells with the same label belong together. */
export interface Labelled {
  readonly parts: readonly number[];
  readonly label: string;
}

/**
 * Covers the cells of each label with boxes as large as they grow. A box takes in cells of its own label and cells
 * that are not listed at all (nobody is there, or nobody is entitled), never a cell of another label.
 * Axes that come last grow first.
 */
export class Cover {
  readonly #sizes: readonly number[];
  readonly #labels: Int32Array;
  readonly #names = new Map<string, number>();

  constructor(cells: readonly Labelled[], sizes: readonly number[]) {
    this.#sizes = sizes;
    this.#labels = new Int32Array(sizes.reduce((product, size) => product * size, 1));
    for (const { parts, label } of cells) this.#labels[this.#index(parts)] = this.#number(label);
  }

  /** The boxes of a label. */
  boxes(label: string, cells: readonly Labelled[]): Box[] {
    const number = this.#number(label);
    const covered = new Set<number>();
    const found: Box[] = [];
    for (const cell of cells) {
      if (cell.label !== label || covered.has(this.#index(cell.parts))) continue;
      const box = this.#grown(cell.parts, number);
      found.push(box);
      for (const index of this.#inside(box)) covered.add(index);
    }
    return found;
  }

  #number(label: string): number {
    const earlier = this.#names.get(label);
    if (earlier !== undefined) return earlier;
    const fresh = this.#names.size + 1;
    this.#names.set(label, fresh);
    return fresh;
  }

  #index(parts: readonly number[]): number {
    let index = 0;
    this.#sizes.forEach((size, axis) => (index = index * size + (parts[axis] ?? 0)));
    return index;
  }

  #grown(seed: readonly number[], label: number): Box {
    const box = seed.map((part) => new Set([part]));
    for (let axis = box.length - 1; axis >= 0; axis--) {
      const own = box[axis];
      for (let part = 0; part < (this.#sizes[axis] ?? 0); part++) {
        if (own?.has(part)) continue;
        const slice = box.map((set, other) => (other === axis ? new Set([part]) : set));
        if (this.#all(slice, label)) own?.add(part);
      }
    }
    return box;
  }

  /** Whether every listed cell of a box has the label. */
  #all(box: Box, label: number): boolean {
    for (const index of this.#inside(box)) {
      const earlier = this.#labels[index];
      if (earlier !== 0 && earlier !== label) return false;
    }
    return true;
  }

  *#inside(box: Box, axis = 0, index = 0): Generator<number> {
    const set = box[axis];
    if (!set) {
      yield index;
      return;
    }
    for (const part of set) yield* this.#inside(box, axis + 1, index * (this.#sizes[axis] ?? 1) + part);
  }
}

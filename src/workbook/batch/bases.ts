/** Counts by how many rows each legal basis is named (căn cứ đã áp dụng). Few differ, so that memory stays flat. */
export class Bases {
  readonly #rows = new Map<string, number>();

  /** Counts the legal bases of a row as its cell names them. */
  add(basis: string): void {
    if (basis !== '') this.#rows.set(basis, (this.#rows.get(basis) ?? 0) + 1);
  }

  /** Each legal basis with the rows that name it, most rows first. */
  counted(): (readonly [basis: string, rows: number])[] {
    const each = new Map<string, number>();
    for (const [bases, rows] of this.#rows)
      for (const one of bases.split('; ')) each.set(one, (each.get(one) ?? 0) + rows);
    return [...each].sort(([one, some], [other, more]) => more - some || (one < other ? -1 : 1));
  }
}

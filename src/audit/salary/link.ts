import { folded } from '../../base/text.ts';
import type { Decimal as Exact } from '../../base/decimal.ts';

/** The monthly salary of a person as form I.5 of the same file gives it. */
export interface SalaryFound {
  readonly sheet: string;
  readonly row: number;
  /** The cell of the declared total. */
  readonly cell: string;
  readonly declared: Exact | undefined;
  readonly computed: Exact;
}

/** The salaries of form I.5 by person. */
export class SalaryIndex {
  readonly #found = new Map<string, { readonly birth: string | undefined; readonly salary: SalaryFound }[]>();

  /** Notes a salary that could be computed in full. */
  add(name: string, birth: string | undefined, salary: SalaryFound): void {
    const key = folded(name);
    this.#found.set(key, [...(this.#found.get(key) ?? []), { birth, salary }]);
  }

  /** The salary of a person; undefined where there is none, or several people may be meant. */
  find(name: string, birth: string | undefined): SalaryFound | undefined {
    const all = this.#found.get(folded(name)) ?? [];
    const same = all.filter(
      (one) => one.birth === undefined || birth === undefined || month(one.birth) === month(birth),
    );
    return same.length === 1 ? same[0]?.salary : undefined;
  }
}

function month(birth: string): string {
  return birth.slice(0, 7);
}

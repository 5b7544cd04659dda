import { Decimal, ZERO } from '../../base/decimal.ts';
import { unaccented, type Lang } from '../../base/text.ts';
import { formatDifference, formatMoney, formatNumber } from '../../explanation/format.ts';
import { annexesOf } from '../../law/annexes.ts';
import type { Law } from '../../law/law.ts';
import type { AuditFile } from '../report.ts';
import { formOfTab, formOfTitle } from '../sheet/tab.ts';
import { reconcileMessage } from './messages.ts';
import type { DeclaredTotal, TotalCheck } from './report.ts';

/** The people of a unit on a sheet, added up as they are declared. */
interface Group {
  readonly file: string;
  readonly names: ReadonlySet<string>;
  readonly form: string;
  people: number;
  declared: Decimal;
  /** People without a declared total that can be read. */
  open: number;
}

/** Compares what summary annexes declare with the people of the annexes; keeps an entry for each unit of a sheet. */
export class Totals {
  readonly #law: Law;
  readonly #lang: Lang;
  readonly #groups = new Map<string, Group>();
  readonly #declared: { readonly file: string; readonly total: DeclaredTotal }[] = [];

  constructor(law: Law, lang: Lang) {
    this.#law = law;
    this.#lang = lang;
  }

  /** Takes a file: its people, and what it declares of them or of those of other files. */
  add({ file, sheets, totals = [] }: AuditFile): void {
    for (const total of totals) this.#declared.push({ file, total });
    for (const { sheet, form, rows } of sheets) {
      if (annexesOf(this.#law).forms.get(form)?.of === 'salary') continue;
      for (const { unit = '', declaredTotal } of rows) {
        const key = JSON.stringify([file, sheet, unit]);
        let group = this.#groups.get(key);
        if (!group) {
          const names = new Set([...unit.split(' / '), sheet, file.replace(/\.[a-z]+$/i, '')].map(labelKey));
          this.#groups.set(key, (group = { file, names, form, people: 0, declared: ZERO, open: 0 }));
        }
        group.people++;
        if (declaredTotal === null) group.open++;
        else group.declared = group.declared.plus(declaredTotal);
      }
    }
  }

  /** Each declared number beside its people. */
  checks(): TotalCheck[] {
    return this.#declared.flatMap(({ file, total }) => this.#check(file, total));
  }

  #check(file: string, total: DeclaredTotal): TotalCheck[] {
    const lang = this.#lang;
    const { sheet, row, label, people, amount, dong = 1 } = total;
    const groups = this.#groupsOf(file, label);
    const common = { file, sheet, row, label };
    if (groups.length === 0) {
      const declared = amount?.value ?? people?.value ?? '0';
      const message = reconcileMessage(lang, 'nobody', { label });
      return [{ ...common, what: 'nobody', declared, sum: null, difference: '0', message }];
    }
    const count = groups.reduce((sum, one) => sum + one.people, 0);
    const open = groups.reduce((sum, one) => sum + one.open, 0);
    const found: TotalCheck[] = [];
    if (people) {
      const difference = new Decimal(people.value).minus(count).toFixed();
      const shown = {
        cell: people.cell,
        label,
        declared: formatNumber(people.value, lang),
        sum: formatNumber(count, lang),
      };
      found.push({ ...common, cell: people.cell, what: 'people', declared: people.value, sum: String(count), difference, message: reconcileMessage(lang, 'people', shown) }); // prettier-ignore
    }
    if (!amount) return found;
    if (open > 0) {
      const message = reconcileMessage(lang, 'open', { cell: amount.cell, label, count: open });
      return [...found, { ...common, cell: amount.cell, what: 'open', declared: amount.value, sum: null, difference: '0', message }]; // prettier-ignore
    }
    const sum = groups.reduce((all, one) => all.plus(one.declared), ZERO);
    const apart = new Decimal(amount.value).minus(sum);
    // Amounts in thousands are rounded, each by half a thousand at most.
    const near = dong > 1 && apart.abs().lte(new Decimal(dong).times(count + 1).div(2));
    const difference = near ? ZERO : apart;
    const shown = { cell: amount.cell, label, declared: formatMoney(amount.value, lang), sum: formatMoney(sum, lang), difference: formatDifference(difference, lang) }; // prettier-ignore
    const message = reconcileMessage(lang, 'amount', shown);
    return [...found, { ...common, cell: amount.cell, what: 'amount', declared: amount.value, sum: sum.toFixed(), difference: difference.toFixed(), message }]; // prettier-ignore
  }

  /** The people that a label speaks of: those of its own file, where it holds any. */
  #groupsOf(file: string, label: string): Group[] {
    const all = [...this.#groups.values()];
    const own = all.filter((group) => group.file === file);
    const scope = own.length > 0 ? own : all;
    const key = labelKey(label);
    if (/^(tong|cong|toan|total|all)/.test(key) && !scope.some(({ names }) => names.has(key))) return scope;
    const named = scope.filter(({ names }) => names.has(key));
    if (named.length > 0) return named;
    const form = formOfTab(label, this.#law) ?? formOfTitle(label, this.#law);
    return form === undefined ? [] : scope.filter((group) => group.form === form);
  }
}

/** A label for comparison: without its number (I., 1., A), marks and spaces. */
function labelKey(label: string): string {
  return unaccented(label)
    .replace(/^\s*(?:[ivx]{1,5}|\d{1,3}|[a-z])\s*[.)\-]?\s+/, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/[^a-z0-9]/g, '');
}

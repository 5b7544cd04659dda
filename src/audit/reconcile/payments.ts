import { Decimal, ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import type { Lang } from '../../base/text.ts';
import { formatDifference, formatMoney } from '../../explanation/format.ts';
import { nameKey, sameDate } from '../identity.ts';
import type { Place } from '../place.ts';
import type { AuditRow } from '../report.ts';
import { reconcileMessage } from './messages.ts';
import type { PaidList, PaidPerson } from './paid-list.ts';
import type { PaidCheck, PaidFinding, PaidKind } from './report.ts';

/** Somebody of the annexes, as far as a payment list is compared. */
interface Listed {
  readonly name: string;
  readonly birth: string;
  readonly places: Place[];
  declared: Exact | null;
  due: Exact | null;
  readonly paid: PaidPerson[];
}

/**
 * Compares a payment list with the people of the annexes: by name, and by birth where the list has it. Several payments of
 * one person are added up, and so are the two parts of a lawful top-up. Keeps one small entry for each person.
 */
export class Payments {
  readonly #list: PaidList;
  readonly #lang: Lang;
  readonly #byName = new Map<string, Listed[]>();
  readonly #byPlace = new Map<string, Listed>();
  /** Parts of a top-up whose whole has not come yet. */
  readonly #waiting: { readonly row: AuditRow; readonly place: Place }[] = [];

  constructor(list: PaidList, lang: Lang) {
    this.#list = list;
    this.#lang = lang;
  }

  /** Takes a row of a sheet of benefits; who stands there again counts once. */
  add(row: AuditRow, place: Place): void {
    const { sameAs } = row;
    const stands = sameAs !== undefined && sameAs.certainty !== 'possible';
    if (stands && !this.#byPlace.has(keyOf(sameAs))) this.#waiting.push({ row, place });
    else this.#add(row, place);
  }

  #add(row: AuditRow, place: Place): void {
    const { sameAs, declaredTotal, computedTotal } = row;
    const declared = declaredTotal === null ? null : new Decimal(declaredTotal);
    const due = computedTotal === null ? null : new Decimal(computedTotal);
    const whole = sameAs && sameAs.certainty !== 'possible' ? this.#byPlace.get(keyOf(sameAs)) : undefined;
    if (whole) {
      whole.places.push(place);
      this.#byPlace.set(keyOf(place), whole);
      if (sameAs?.kind !== 'top-up') return;
      // Both parts together are what the second form gives.
      whole.declared = whole.declared && declared && whole.declared.plus(declared);
      whole.due = whole.due && due && Decimal.max(whole.due, due);
      return;
    }
    const one: Listed = { name: row.name, birth: row.known?.birth ?? '', places: [place], declared, due, paid: [] };
    const key = nameKey(row.name);
    const named = this.#byName.get(key);
    if (named) named.push(one);
    else this.#byName.set(key, [one]);
    this.#byPlace.set(keyOf(place), one);
  }

  /** What the list and the annexes say of one another. */
  check(): PaidCheck {
    for (const { row, place } of this.#waiting.splice(0)) this.#add(row, place);
    for (const named of this.#byName.values()) for (const one of named) one.paid.length = 0;
    const { findings, unclear } = this.#assign();
    const sides = { over: { people: 0, amount: ZERO }, under: { people: 0, amount: ZERO } };
    let right = 0;
    for (const [key, named] of this.#byName) {
      for (const one of named) {
        if (one.paid.length === 0 && unclear.has(key)) continue;
        const found = this.#finding(one);
        if (found) findings.push(found);
        else right++;
        const difference = new Decimal(found?.difference ?? 0);
        if (found?.kind === 'not-paid' || difference.isZero()) continue;
        const side = difference.gt(0) ? sides.over : sides.under;
        side.people++;
        side.amount = side.amount.plus(difference.abs());
      }
    }
    const { file, people, unread } = this.#list;
    const totalOf = ({ people: count, amount }: typeof sides.over): PaidCheck['overpaid'] => ({ people: count, amount: amount.toFixed() }); // prettier-ignore
    return {
      file,
      rows: people.length,
      amount: people.reduce((sum, { amount }) => sum.plus(amount), ZERO).toFixed(),
      right,
      overpaid: totalOf(sides.over),
      underpaid: totalOf(sides.under),
      findings,
      unread,
    };
  }

  /** Gives each payment to whom it is of; tells those that are of nobody, or of nobody can tell whom. */
  #assign(): { readonly findings: PaidFinding[]; readonly unclear: ReadonlySet<string> } {
    const findings: PaidFinding[] = [];
    const unclear = new Set<string>();
    for (const paid of this.#list.people) {
      const named = this.#byName.get(paid.key) ?? [];
      const near = named.filter(({ birth }) => paid.birth === '' || birth === '' || sameDate(birth, paid.birth));
      const owner = near.length > 1 ? near.filter((one) => isAmountOf(one, paid.amount)) : near;
      if (owner.length === 1) owner[0]?.paid.push(paid);
      else {
        if (near.length > 1) unclear.add(paid.key);
        findings.push(this.#alone(near.length > 1 ? 'paid-unclear' : 'not-declared', paid, near));
      }
    }
    return { findings, unclear };
  }

  /** What is told of somebody of the annexes; nothing where what is due was paid. */
  #finding(one: Listed): PaidFinding | undefined {
    const { due, declared, paid } = one;
    if (paid.length === 0) return this.#told('not-paid', one, null, null);
    const sum = paid.reduce((all, { amount }) => all.plus(amount), ZERO);
    const right = due ?? declared;
    if (right && sum.eq(right)) return undefined;
    const kind = due && declared && sum.eq(declared) ? 'paid-as-declared' : 'paid-otherwise';
    return this.#told(kind, one, sum, right && sum.minus(right));
  }

  #alone(kind: PaidKind, paid: PaidPerson, near: readonly Listed[]): PaidFinding {
    const one = { name: paid.name, birth: '', places: near.flatMap(({ places }) => places), declared: null, due: null, paid: [paid] }; // prettier-ignore
    return this.#told(kind, one, new Decimal(paid.amount), null);
  }

  #told(kind: PaidKind, one: Listed, paid: Exact | null, difference: Exact | null): PaidFinding {
    const lang = this.#lang;
    const money = (amount: Exact | null): string =>
      amount === null ? (lang === 'vi' ? 'chưa rõ' : 'unknown') : formatMoney(amount, lang);
    const [place] = one.places;
    return {
      kind,
      name: one.name,
      places: one.places,
      paidAt: one.paid.map(({ sheet, row, cell }) => ({ sheet, row, cell })),
      paid: paid?.toFixed() ?? null,
      declared: one.declared?.toFixed() ?? null,
      due: one.due?.toFixed() ?? null,
      difference: difference?.toFixed() ?? null,
      message: reconcileMessage(lang, kind, {
        name: one.name,
        paid: money(paid),
        declared: money(one.declared),
        due: money(one.due),
        difference: difference === null ? money(null) : formatDifference(difference, lang),
        place: place && `${place.file} › ${place.sheet}, ${lang === 'vi' ? 'hàng' : 'row'} ${place.row}`,
      }),
    };
  }
}

function isAmountOf({ declared, due }: Listed, amount: string): boolean {
  return declared?.eq(amount) === true || due?.eq(amount) === true;
}

function keyOf({ file, sheet, row }: Place): string {
  return JSON.stringify([file, sheet, row]);
}

import type { Words } from '../../base/text.ts';
import { fill, type Params } from '../../messages/issue.ts';
import type { Example } from '../space/example.ts';
import { DEFECTS, type DefectCode } from './messages.ts';

/** Something wrong with a rule file: where it stands in the law, what is wrong, and the smallest case that shows it. */
export interface Defect {
  readonly code: string;
  readonly scheme: string;
  /** The versions of the scheme in which it shows; empty when it does not depend on one. */
  readonly versions: readonly string[];
  readonly act: string;
  readonly at: string;
  readonly provision?: string;
  /** The leaf that an amendment aims at. */
  readonly leaf?: string;
  /** The other provision, or the other act, of a conflict. */
  readonly other?: string;
  readonly message: Words;
  readonly example?: Example;
}

/** Where a defect stands. */
export interface Place {
  readonly act: string;
  readonly at: string;
  readonly provision?: string;
}

/** Collects the defects of a scheme; the same defect in several versions is one. */
export class Defects {
  readonly #found = new Map<string, Defect & { versions: string[] }>();

  constructor(readonly scheme: string) {}

  /** Notes a defect; `version` where it shows in a version only. */
  add(
    code: DefectCode,
    place: Place,
    params: Params,
    more: { version?: string; other?: string; example?: () => Example | undefined } = {},
  ): void {
    const message = { vi: fill(DEFECTS[code].vi, params), en: fill(DEFECTS[code].en, params) };
    const key = [code, place.act, place.at, place.provision, more.other, message.en].join('|');
    const earlier = this.#found.get(key);
    if (earlier) {
      if (more.version !== undefined && !earlier.versions.includes(more.version)) earlier.versions.push(more.version);
      return;
    }
    const example = more.example?.();
    this.#found.set(key, {
      code,
      scheme: this.scheme,
      versions: more.version === undefined ? [] : [more.version],
      ...place,
      ...(more.other === undefined ? {} : { other: more.other }),
      message,
      ...(example ? { example } : {}),
    });
  }

  /** Notes a defect that someone else has put into words. */
  take(defect: Omit<Defect, 'scheme'>): void {
    const key = [defect.code, defect.message.en].join('|');
    if (!this.#found.has(key)) this.#found.set(key, { scheme: this.scheme, ...defect, versions: [...defect.versions] });
  }

  /** All defects, by act and address. */
  all(): Defect[] {
    const place = (one: Defect): string => [one.act, one.at, one.provision ?? '', one.code].join('|');
    return [...this.#found.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  }
}

import { nearest } from '../../base/text.ts';
import type { Provision } from '../../law/provision.ts';
import type { Law } from '../../law/law.ts';
import { caseWords, type AxisName } from '../space/axis.ts';
import { NO_WINDOW } from '../space/cells.ts';
import { BASE_NAMES, GIVEN_KEYS, QUANTITIES } from '../../law/vocabulary.ts';

/** Axes whose words are those of a key of the case. */
const CASE_WORDS: readonly AxisName[] = ['impact', 'schedule', 'sex', 'blocked', 'salaryForm', 'ground', 'programme'];

/** The words that rule files may use, by what they are: those of the vocabulary, and those the acts declare. */
export class KnownWords {
  readonly #words = new Map<string, Set<string>>();

  constructor(law: Law) {
    for (const name of CASE_WORDS) this.#add(name, ...caseWords(name));
    this.#add('settledUnder', ...law.schemes.keys());
    this.#add('scheme', ...law.schemes.keys());
    this.#add('base', ...BASE_NAMES);
    this.#add('per', ...QUANTITIES);
    this.#add('given', ...GIVEN_KEYS);
    this.#add('window', NO_WINDOW);
    for (const scheme of law.schemes.values()) this.#add('route', ...scheme.routes.map((one) => one.route));
    for (const act of law.acts.values()) {
      for (const provision of act.provisions ?? []) this.#declare(provision);
      for (const amendment of act.amendments ?? []) if ('insert' in amendment) this.#declare(amendment.provision);
    }
  }

  /** Whether a word is known; words of a kind that nothing declares are never known. */
  has(kind: string, word: string): boolean {
    return this.#words.get(kind)?.has(word) ?? false;
  }

  /** The known word most like one that is not. */
  near(kind: string, word: string): string | undefined {
    return nearest(word, this.#words.get(kind) ?? []);
  }

  #add(kind: string, ...words: string[]): void {
    const earlier = this.#words.get(kind);
    if (!earlier) this.#words.set(kind, new Set(words));
    else for (const word of words) earlier.add(word);
  }

  #declare(provision: Provision): void {
    switch (provision.kind) {
      case 'group':
        this.#add('group', provision.group);
        this.#add('regime', provision.regime);
        this.#add('payTable', provision.payTable);
        break;
      case 'clock':
        this.#add('window', provision.inside, provision.outside);
        break;
      case 'pay-scale':
        this.#add('scale', provision.scale);
        break;
      case 'component':
        this.#add('component', provision.component);
        break;
      case 'class':
        this.#add('class', provision.class);
        this.#add(`class ${provision.class}`, provision.value);
        break;
      case 'benefit-title':
        this.#add('benefit', provision.benefit);
        break;
      case 'interpretation':
        this.#add('reading', provision.interpretation);
        this.#add(`reading ${provision.interpretation}`, ...provision.options.map((one) => one.option));
        break;
      default:
    }
  }
}

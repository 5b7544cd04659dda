import type { Lang } from '../../base/text.ts';
import { phrases } from '../../explanation/conditions.ts';
import { nameOf, type Context } from '../../explanation/context.ts';
import { noFacts } from '../../law/facts.ts';
import type { Law } from '../../law/law.ts';
import type { Condition } from '../../law/provision.ts';
import type { LawVersion } from '../../law/version.ts';

/** Puts the law of a version into words where there is no case. */
export class LawReader {
  readonly #context: Context;

  constructor(
    readonly law: Law,
    readonly version: LawVersion,
    readonly lang: Lang,
  ) {
    // The phrases look at the law and at the facts of a case only to shorten what they say; here nothing is known.
    const derivation = { law: version, facts: noFacts() };
    this.#context = { derivation, law, lang, say: (vi: string, en: string) => this.say(vi, en) } as unknown as Context;
  }

  /** The text of the language. */
  say(vi: string, en: string): string {
    return this.lang === 'vi' ? vi : en;
  }

  /** The name of a word of the law or of the case. */
  name(fact: string, word: string): string {
    return nameOf(this.#context, fact, word);
  }

  /** Words by name, in one list. */
  names(fact: string, words: readonly string[]): string {
    return words.map((word) => this.name(fact, word)).join(', ');
  }

  /** A condition as one sentence; empty when there is none. */
  condition(condition: Condition | undefined, without: readonly string[] = []): string {
    const kept = Object.fromEntries(Object.entries(condition ?? {}).filter(([fact]) => !without.includes(fact)));
    return phrases(this.#context, kept as Condition)
      .map((phrase) => phrase.text)
      .join('; ');
  }

  /** The title of an act. */
  act(id: string): string {
    return this.law.acts.get(id)?.title[this.lang] ?? id;
  }
}

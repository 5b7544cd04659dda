import type { Lang, Words } from '../../base/text.ts';
import { phrases } from '../../explanation/conditions.ts';
import { nameOf, type Context } from '../../explanation/context.ts';
import { noFacts } from '../../law/facts.ts';
import type { Law } from '../../law/law.ts';
import type { Condition } from '../../law/provision.ts';
import type { LawVersion } from '../../law/version.ts';
import { plainCondition } from './plain-condition.ts';
import { lawName, messageText } from './plain-words.ts';

/**
 * Puts the law of a version into words where there is no case. `plain`: for a reader of the law, who knows no id, no key
 * and no code of the rule files; otherwise with them, as data and `--codes` have it.
 */
export class LawReader {
  readonly #context: Context;

  constructor(
    readonly law: Law,
    readonly version: LawVersion,
    readonly lang: Lang,
    readonly plain = false,
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
    const named = nameOf(this.#context, fact, word);
    return this.plain && named === word ? (lawName(this.law, fact, word)?.[this.lang] ?? word) : named;
  }

  /** Words by name, in one list. */
  names(fact: string, words: readonly string[]): string {
    return words.map((word) => this.name(fact, word)).join(', ');
  }

  /** A condition as one sentence; empty when there is none. */
  condition(condition: Condition | undefined, without: readonly string[] = []): string {
    const rest = Object.fromEntries(Object.entries(condition ?? {}).filter(([fact]) => !without.includes(fact)));
    if (this.plain) return plainCondition(this, rest as Condition);
    return this.phrases(rest as Condition).join('; ');
  }

  /** Every test of a condition in the words of an explanation. */
  phrases(condition: Condition): string[] {
    return phrases(this.#context, condition).map((phrase) => phrase.text);
  }

  /** What is said, and for whom it holds. */
  where(said: string, when: string): string {
    if (!this.plain) return `${said} [${when}]`;
    return when === '' ? said : `${said.replace(/\.$/, '')}. ${this.say('Điều kiện', 'Where')}: ${when}`;
  }

  /** A message of the rule files. */
  message(words: Words): string {
    return this.plain ? messageText(this.law, words[this.lang], this.lang) : words[this.lang];
  }

  /** The title of an act. */
  act(id: string): string {
    return this.law.acts.get(id)?.title[this.lang] ?? id;
  }
}

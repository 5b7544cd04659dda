import type { Issue } from '../../src/base/checked.ts';
import { composed, type Lang } from '../../src/base/text.ts';
import type { CalculateOptions } from '../../src/engine/calculate.ts';
import { DEFAULT_SCHEME, calculation } from '../../src/engine/calculate.ts';
import { mainScheme } from '../../src/law/act.ts';
import { CASE_KEYS, caseKey, type CaseKey } from '../../src/case/keys.ts';
import { parseCase } from '../../src/case/parse.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { inMedium } from '../../src/case/medium.ts';
import { tableMessage } from '../../src/table/messages.ts';
import { Spelling } from '../../src/case/spelling/spelling.ts';
import { valueReader } from '../../src/table/value.ts';
import type { Word } from '../../src/case/words.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { type Vocabulary } from '../../src/case/spelling/words.ts';
import { AUTO } from '../../src/engine/schemes.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { withKeys } from './case-flags.ts';

/** Issues that a further key of the case mends, and the keys to ask for. */
const ASKED: Readonly<Record<string, (path: string) => readonly string[]>> = {
  missing: (path) => [path],
  'salary-missing': () => ['salary'],
  'salary-coefficient-missing': () => ['salary.coefficient'],
  'reorganisation-missing': () => ['leaving.reorganisation'],
  'decision-missing': () => ['leaving.decided'],
  'age-limit-missing': () => ['age.limit'],
};

/** Keys that complete another one; Enter passes them over. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = { 'insurance.years': ['insurance.months'] };

/** Most words that are listed within the question itself. */
const FEW = 4;

const SALARY_FORMS = ['coefficient', 'contract', 'monthly'] as const;

/** Asks on the terminal for what a case lacks; the questions follow from the issues that the core finds. */
export class Interview {
  readonly #lang: Lang;
  readonly #vocabulary: Vocabulary;

  constructor(
    private readonly host: Host,
    private readonly options: CalculateOptions & { readonly lang: Lang },
  ) {
    this.#lang = options.lang;
    this.#vocabulary = vocabularyOf(options.law ?? builtinLaw(), options.scheme ?? DEFAULT_SCHEME);
  }

  /** The case with its lacking keys asked for. Throws {@link Exit} when the user interrupts. */
  async complete(given: unknown): Promise<unknown> {
    let raw = given;
    const asked = new Set<string>();
    for (;;) {
      const next = this.#lacking(raw).find((key) => !asked.has(key));
      if (next === undefined) return raw;
      asked.add(next);
      if (next === 'salary') raw = await this.#salary(raw);
      else raw = await this.#key(raw, next, false);
      for (const companion of COMPANIONS[next] ?? []) raw = await this.#key(raw, companion, true);
    }
  }

  #lacking(raw: unknown): string[] {
    const worked = calculation(raw ?? {}, this.options);
    return worked.ok ? [] : worked.issues.flatMap(({ code, path }) => ASKED[code]?.(path) ?? []);
  }

  async #key(raw: unknown, name: string, optional: boolean): Promise<unknown> {
    const key = caseKey(name);
    if (!key) return raw;
    const read = valueReader(key, new Spelling(this.#vocabulary), this.#lang);
    const words = this.#vocabulary.get(name) ?? [];
    if (words.length > FEW) this.host.err(numbered(words, this.#lang));
    for (;;) {
      const answer = await this.#ask(this.#question(key, optional));
      if (answer === '' && optional) return raw;
      const picked = /^\d+$/.test(answer) ? words[Number(answer) - 1]?.word : undefined;
      const found = answer === '' ? undefined : read(picked ?? answer);
      if (!found) continue;
      if ('fault' in found) {
        this.host.err(`  ${tableMessage(this.#lang, found.fault, { more: '', ...found.params })}\n`);
        continue;
      }
      const next = withKeys(raw ?? {}, new Map([[name, found.value]]));
      const fault = faultAt(next, name, this.#lang);
      if (!fault) return next;
      this.host.err(`  ${inMedium(fault.message, 'answers', { lang: this.#lang })}\n`);
    }
  }

  async #salary(raw: unknown): Promise<unknown> {
    const forms = SALARY_FORMS.map(
      (form, index) => `${index + 1} = ${caseKey(`salary.${form}`)?.title[this.#lang] ?? form}`,
    );
    for (;;) {
      const answer = await this.#ask(
        `${this.#say('Cho tiền lương theo cách nào?', 'How is the salary given?')} (${forms.join('; ')})`,
      );
      const form = SALARY_FORMS[Number(answer) - 1];
      if (form === undefined) continue;
      let next = await this.#key(raw, `salary.${form}`, false);
      if (form === 'coefficient') for (const name of this.#allowances()) next = await this.#key(next, name, true);
      return next;
    }
  }

  /** The further components of a salary by the pay tables, as the latest version of the law counts them. */
  #allowances(): string[] {
    const law = this.options.law ?? builtinLaw();
    const { scheme: named = AUTO } = this.options;
    const scheme = named === AUTO ? mainScheme(law.schemes.values()) : named;
    const found = law.at(scheme, law.versions(scheme).at(-1)?.date ?? '');
    const counted = found.ok ? found.value.rules('component').map(({ provision }) => provision) : [];
    const further = new Set(
      counted.filter((one) => one.unit !== 'dong' && one.required !== true).map((one) => `salary.${one.component}`),
    );
    return CASE_KEYS.map(({ key }) => key).filter((key) => further.has(key));
  }

  #question({ key, title, type }: CaseKey, optional: boolean): string {
    const all = this.#vocabulary.get(key) ?? [];
    const words = all.length > 0 && all.length <= FEW ? all.map((word) => word.title[this.#lang]) : undefined;
    const form = type === 'day' || type === 'birth' ? 'dd/MM/yyyy' : type === 'percent' ? '25%' : undefined;
    const hint = words?.join(', ') ?? form;
    const skip = optional ? this.#say('; Enter: không có', '; Enter: none') : '';
    return (
      title[this.#lang] +
      (hint === undefined && skip === '' ? '' : ` (${[hint, skip.slice(hint === undefined ? 2 : 0)].join('')})`)
    );
  }

  async #ask(question: string): Promise<string> {
    const answer = await this.host.ask?.(`${question}: `);
    if (answer === undefined) throw new Exit(EXIT.interrupted);
    return composed(answer).trim();
  }

  #say(vi: string, en: string): string {
    return this.#lang === 'vi' ? vi : en;
  }
}

/** The choices of a long enumeration, one to a line; a number picks one. */
function numbered(words: readonly Word[], lang: Lang): string {
  return words.map((word, index) => `  ${index + 1} = ${word.title[lang]}\n`).join('');
}

/** What is wrong with one key of a case that is not complete yet. */
function faultAt(raw: unknown, key: string, lang: Lang): Issue | undefined {
  const parsed = parseCase(raw, { lang });
  return parsed.ok ? undefined : parsed.issues.find(({ path, code }) => path === key && code !== 'missing');
}

import type { Issue } from '../../src/base/checked.ts';
import { composed, type Lang } from '../../src/base/text.ts';
import type { CalculateOptions } from '../../src/engine/calculate.ts';
import { DEFAULT_SCHEME, calculation } from '../../src/engine/calculate.ts';
import { mainScheme } from '../../src/law/act.ts';
import { CASE_KEYS, caseKey, type CaseKey, type KeyType } from '../../src/case/keys.ts';
import { parseCase } from '../../src/case/parse.ts';
import { givenAt } from '../../src/case/flat.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { inMedium } from '../../src/case/medium.ts';
import { issue } from '../../src/messages/issue.ts';
import { durationParts, Spelling } from '../../src/case/spelling/spelling.ts';
import type { Word } from '../../src/case/words.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { type Vocabulary } from '../../src/case/spelling/words.ts';
import { AUTO } from '../../src/engine/schemes.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { withKeys } from '../../src/case/with-keys.ts';

/** Issues that a further key of the case mends, and the keys to ask for. */
const ASKED: Readonly<Record<string, (path: string) => readonly string[]>> = {
  missing: (path) => [path],
  'salary-missing': () => ['salary'],
  'salary-coefficient-missing': () => ['salary.coefficient'],
  'reorganisation-missing': () => ['leaving.reorganisation'],
  'decision-missing': () => ['leaving.decided'],
  'age-limit-missing': () => ['age.limit'],
  'needed-by-benefit': (path) => [path],
  'needed-by-measure': (path) => [path],
};

/** Whom the papers are about: asked first, of a case that is asked for from its beginning; Enter passes them over. */
const WHO = ['person.name', 'person.unit'];

/** Keys that complete another one; Enter passes them over. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = { 'insurance.years': ['insurance.months'] };

/** Faults between answers: any of them may be the wrong one, so that all are asked again. */
const BETWEEN: Readonly<Record<string, readonly string[]>> = {
  'leaving-before-birth': ['person.birth', 'leaving.date'],
  'insurance-longer-than-life': ['person.birth', 'leaving.date', 'insurance.years', 'insurance.months'],
};

/** The key that says of a value beyond the bounds of the plausible that it is true. */
const ACCEPT = 'acceptImplausible';

/** Most words that are listed within the question itself. */
const FEW = 4;

const SALARY_FORMS = ['coefficient', 'contract', 'monthly'] as const;

/** How days are written; no example, which could be taken for an answer that is there already. */
const DAY = 'dd/MM/yyyy';

/** An example of what a key holds, where it has none of its own. */
const EXAMPLES: Readonly<Partial<Record<KeyType, Readonly<Record<Lang, string>>>>> = {
  percent: { vi: '25%', en: '25%' },
  dong: { vi: '12.000.000', en: '12,000,000' },
  age: { vi: '58 hoặc 61y3m', en: '58 or 61y3m' },
};

/** The types whose keys say by themselves what one writes. */
const WITHOUT_EXAMPLE: ReadonlySet<KeyType> = new Set(['word', 'day', 'birth', 'flag']);

function exampleOf({ type, examples }: CaseKey, lang: Lang): string | undefined {
  if (WITHOUT_EXAMPLE.has(type)) return undefined;
  const own = examples?.find((one) => one !== '');
  if (own === undefined) return EXAMPLES[type]?.[lang];
  return lang === 'vi' && type === 'decimal' ? own.replace('.', ',') : own;
}

/** Asks on the terminal for what a case lacks; the questions follow from the issues that the core finds. */
export class Interview {
  readonly #lang: Lang;
  readonly #vocabulary: Vocabulary;
  readonly #spelling: Spelling;
  #questions = 0;

  constructor(
    private readonly host: Host,
    private readonly options: CalculateOptions & { readonly lang: Lang },
  ) {
    this.#lang = options.lang;
    this.#vocabulary = vocabularyOf(options.law ?? builtinLaw(), options.scheme ?? DEFAULT_SCHEME);
    this.#spelling = new Spelling(this.#vocabulary);
  }

  /** Whether anything was asked. */
  get asked(): boolean {
    return this.#questions > 0;
  }

  /**
   * The case with its lacking keys asked for; `whole`: from its beginning, so that the name and the unit are asked for
   * too. Throws {@link Exit} when the user interrupts.
   */
  async complete(given: unknown, whole: boolean): Promise<unknown> {
    let raw = given;
    const asked = new Set<string>();
    if (whole && this.#lacking(raw).length > 0) {
      this.host.err(this.#say(INTRODUCTION.vi, INTRODUCTION.en));
      for (const key of WHO) if (givenAt(raw, key) === undefined) raw = await this.#key(raw, key, true);
    }
    for (;;) {
      const next = this.#lacking(raw).find((key) => !asked.has(key));
      if (next === undefined) return raw;
      asked.add(next);
      if (next === 'salary') raw = await this.#salary(raw);
      else raw = await this.#key(raw, next, false);
      // What was taken back is asked for again.
      for (const key of asked) if (caseKey(key) && givenAt(raw, key) === undefined) asked.delete(key);
      for (const companion of COMPANIONS[next] ?? [])
        if (givenAt(raw, next) !== undefined && givenAt(raw, companion) === undefined)
          raw = await this.#key(raw, companion, true);
    }
  }

  #lacking(raw: unknown): string[] {
    const worked = calculation(raw ?? {}, this.options);
    return worked.ok ? [] : worked.issues.flatMap(({ code, path }) => ASKED[code]?.(path) ?? []);
  }

  /** Asks for one key until the answer can be read; an optional one may be passed over. */
  async #key(raw: unknown, name: string, optional: boolean): Promise<unknown> {
    const key = caseKey(name);
    if (!key) return raw;
    const words = this.#vocabulary.get(name) ?? [];
    if (words.length > FEW) this.host.err(numbered(words, this.#lang));
    for (;;) {
      const answer = await this.#ask(this.#question(key, optional));
      if (answer === '' && optional) return raw;
      if (answer === '') {
        this.#tell(this.#say('Cần trả lời mục này.', 'This has to be answered.'));
        continue;
      }
      const picked = /^\d+$/.test(answer) ? words[Number(answer) - 1]?.word : undefined;
      const values = this.#read(key, picked ?? answer);
      if (!values) continue;
      const next = withKeys(raw ?? {}, values);
      const fault = this.#faultAt(next, [...values.keys()]);
      if (!fault) return next;
      this.#tell(this.#told(fault));
      const together = BETWEEN[fault.code];
      if (together) return without(next, together);
      if (fault.code === 'implausible') {
        const accepted = await this.#accepted(next);
        if (accepted !== undefined) return accepted;
      }
    }
  }

  /** An answer as the values of its keys: "28 năm 7 tháng" is two. What cannot be read is told. */
  #read({ key, title }: CaseKey, answer: string): Map<string, unknown> | undefined {
    const found = this.#spelling.read(key, answer, this.#lang);
    if ('fault' in found) {
      const more = String(found.params?.['more'] ?? '');
      const params = { title: title[this.#lang], key, ...found.params, form: `${DAY}${more}` };
      this.#tell(this.#told(issue(this.#lang, found.fault, key, params)));
      return undefined;
    }
    const odd = key.endsWith('.years') ? key.replace(/years$/, 'months') : undefined;
    if (odd === undefined || typeof found.value !== 'string') return new Map([[key, found.value]]);
    const { years, months } = durationParts(found.value);
    return new Map([[key, years], ...(months === undefined ? [] : [[odd, months] as const])]);
  }

  /** The case with its implausible value where the user says that it is true. */
  async #accepted(raw: unknown): Promise<unknown> {
    const question = this.#say(
      'Giữ giá trị này? (có = đúng như vậy; Enter: nhập lại)',
      'Keep this value? (yes = it is true; Enter: type it again)',
    );
    const read = this.#spelling.read(ACCEPT, await this.#ask(question), this.#lang);
    return 'value' in read && read.value === true ? withKeys(raw, new Map([[ACCEPT, true]])) : undefined;
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
      if (form === undefined) {
        this.#tell(this.#say('Ghi 1, 2 hoặc 3.', 'Answer 1, 2 or 3.'));
        continue;
      }
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

  /** A question with, apart from it, the words to choose from or an example marked as such, and what Enter does. */
  #question(asked: CaseKey, optional: boolean): string {
    const { key, title, type } = asked;
    const all = this.#vocabulary.get(key) ?? [];
    const words = all.length > 0 && all.length <= FEW ? all.map((word) => word.title[this.#lang]) : undefined;
    const example = exampleOf(asked, this.#lang);
    const hints = [
      ...(words ? [words.join(', ')] : []),
      ...(type === 'day' || type === 'birth' ? [DAY] : []),
      ...(type === 'flag' ? [this.#say('có, không', 'yes, no')] : []),
      ...(example === undefined ? [] : [this.#say(`ví dụ: ${example}`, `for example: ${example}`)]),
      ...(optional
        ? [
            type === 'text'
              ? this.#say('Enter: bỏ qua', 'Enter: leave out')
              : this.#say('Enter: không có', 'Enter: none'),
          ]
        : []),
    ];
    return title[this.#lang] + (hints.length === 0 ? '' : ` (${hints.join('; ')})`);
  }

  async #ask(question: string): Promise<string> {
    this.#questions += 1;
    const answer = await this.host.ask?.(`${question}: `);
    if (answer === undefined) throw new Exit(EXIT.interrupted);
    return composed(answer).trim();
  }

  #tell(text: string): void {
    this.host.err(`  ${text}\n`);
  }

  #told({ message }: Issue): string {
    return inMedium(message, 'answers', { lang: this.#lang });
  }

  /** What is wrong with the keys just answered, in a case that is not complete yet. */
  #faultAt(raw: unknown, keys: readonly string[]): Issue | undefined {
    const own = ({ path, code }: Issue): boolean => keys.includes(path) && ASKED[code] === undefined;
    const parsed = parseCase(raw, { lang: this.#lang });
    const fault = parsed.ok ? undefined : parsed.issues.find(own);
    if (fault) return fault;
    const worked = calculation(raw, this.options);
    return worked.ok ? undefined : worked.issues.find((one) => own(one) && WRONG.has(one.code));
  }

  #say(vi: string, en: string): string {
    return this.#lang === 'vi' ? vi : en;
  }
}

const INTRODUCTION = {
  vi: 'Trả lời từng mục rồi nhấn Enter. Sau "ví dụ:" chỉ là cách viết, không phải giá trị có sẵn. Ctrl+C: dừng.\n',
  en: 'Answer each question and press Enter. What follows "for example:" shows how to write, it is no value in place. Ctrl+C: stop.\n',
};

/** What the law finds in an answer itself; what it says of the case as a whole is told when everything is there. */
const WRONG: ReadonlySet<string> = new Set(['implausible', 'no-such-step', 'not-the-last-step', 'unknown-word']);

/** A case without some of its keys. */
function without(raw: unknown, keys: readonly string[]): unknown {
  return withKeys(raw, new Map(keys.map((key) => [key, undefined])));
}

/** The choices of a long enumeration, one to a line; a number picks one. */
function numbered(words: readonly Word[], lang: Lang): string {
  return words.map((word, index) => `  ${index + 1} = ${word.title[lang]}\n`).join('');
}

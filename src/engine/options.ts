import type { OneOf, Lang } from '../base/text.ts';
import { isObject } from '../base/json.ts';
import { FLAG, LANG, LAW, TEXTS, type Option, type OptionsOf } from '../messages/options.ts';
import type { Law } from '../law/law.ts';
import type { SchemeId } from '../../rules/names.generated.ts';

/** How to calculate. Nothing here depends on a clock, a file system or the environment. */
export interface CalculateOptions {
  /** The law; default: the built-in rule files. */
  readonly law?: Law | undefined;
  /** The scheme, or `auto` to find it; default: the one that the case names in `law`, else `auto`. */
  readonly scheme?: OneOf<SchemeId | 'auto'> | undefined;
  /** Pins the version of the law in force on that day (YYYY-MM-DD); default: the leaving date. */
  readonly asOf?: string | undefined;
  /** Chosen readings of open legal questions, by name; the others stay at their defaults. */
  readonly interpretations?: Readonly<Record<string, string>> | undefined;
  /** Names of unverified provisions (certainty U) that the caller accepts. */
  readonly acceptUnverified?: readonly string[] | undefined;
  /** Adds the pension on leaving, for information, apart from what is settled. */
  readonly pension?: boolean | undefined;
  /** Language of messages; default Vietnamese. It never changes an amount. */
  readonly lang?: Lang | undefined;
}

const isText = (value: unknown): boolean => typeof value === 'string';

const SCHEME: Option = {
  fits: isText,
  expected: { vi: 'tên một chế độ, hoặc "auto"', en: 'the name of a scheme, or "auto"' },
};
const DAY: Option = {
  fits: isText,
  expected: { vi: 'một ngày viết theo dạng YYYY-MM-DD', en: 'a day written YYYY-MM-DD' },
};

/** What each option has to be that a case may have for itself: those of a calculation that can be written as JSON. */
export const REQUEST_OPTIONS: OptionsOf<Omit<CalculateOptions, 'law'>> = {
  lang: LANG,
  scheme: SCHEME,
  asOf: DAY,
  interpretations: {
    fits: (value) => isObject(value) && Object.values(value).every(isText),
    expected: {
      vi: 'một đối tượng {tên câu hỏi: tên cách hiểu}',
      en: 'an object {name of the question: name of the option}',
    },
  },
  acceptUnverified: { ...TEXTS, expected: { vi: 'một danh sách tên quy định', en: 'a list of names of provisions' } },
  pension: FLAG,
};

/** What each option of a calculation has to be. */
export const CALCULATE_OPTIONS: OptionsOf<CalculateOptions> = { ...REQUEST_OPTIONS, law: LAW };

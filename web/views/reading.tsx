import type { JSX } from 'preact';
import { OLD_ENCODING_NAMES, OLD_ENCODINGS } from '../../src/base/old-encodings.ts';
import type { Lang } from '../../src/base/text.ts';
import { SEPARATORS } from '../../src/table/csv.ts';
import { ENCODINGS } from '../../src/table/encoding.ts';
import { ALLOWANCES } from '../../src/workbook/open.ts';
import { sayIn, type PageWord } from '../words.ts';
import type { FileReading } from '../work/protocol.ts';
import { Choice } from './choice.tsx';

interface ReadingProps<R extends FileReading> {
  /** The view, by which the fields are named. */
  readonly name: string;
  readonly reading: R;
  readonly set: (to: R) => void;
  readonly lang: Lang;
}

type Named = readonly (readonly [value: string, title: string])[];

const OLD: Named = [['', 'Unicode'], ...OLD_ENCODINGS.map((one) => [one, OLD_ENCODING_NAMES[one]] as const)];

/** What is said of files whose texts are in an old font. */
export function FontReading<R extends FileReading>(props: ReadingProps<R>): JSX.Element {
  return <One {...props} of="textEncoding" word="encoding" options={OLD} />;
}

/** What is said of workbooks that hold what is never used. */
export function Allowed<R extends FileReading>({ name, reading, set, lang }: ReadingProps<R>): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={`${name}-allow`}
        checked={reading.allow !== undefined}
        onChange={({ currentTarget: { checked } }) => set({ ...reading, allow: checked ? ALLOWANCES : undefined })}
      />{' '}
      {sayIn(lang)('allow')}
    </label>
  );
}

/** What is said of lists that are texts, when a guess is wrong. */
export function TextReading<R extends FileReading>({ name, reading, set, lang }: ReadingProps<R>): JSX.Element {
  const guess = ['', sayIn(lang)('guessed')] as const;
  const separators = SEPARATORS.map((one) => [one, one === '\t' ? 'Tab' : one] as const);
  return (
    <>
      <One {...{ name, reading, set, lang }} of="separator" word="separator" options={[guess, ...separators]} />
      <One
        {...{ name, reading, set, lang }}
        of="encoding"
        word="charset"
        options={[guess, ...ENCODINGS.map((one) => [one, one] as const)]}
      />
    </>
  );
}

interface OneProps<R extends FileReading> extends ReadingProps<R> {
  readonly of: 'textEncoding' | 'separator' | 'encoding';
  readonly word: PageWord;
  readonly options: Named;
}

function One<R extends FileReading>({ name, reading, set, lang, of, word, options }: OneProps<R>): JSX.Element {
  return (
    <Choice
      name={`${name}-${of}`}
      label={sayIn(lang)(word)}
      value={reading[of] ?? ''}
      set={(to) => set({ ...reading, [of]: to === '' ? undefined : to })}
      options={options}
    />
  );
}

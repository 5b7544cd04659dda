import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { annexesOf } from '../../src/law/annexes.ts';
import { officeText, parseOffice } from '../../src/papers/office-file.ts';
import type { Office } from '../../src/papers/office.ts';
import type { Lang } from '../../src/base/text.ts';
import { inPage } from '../ways.ts';
import { save } from '../save.ts';
import { sayIn, type Say } from '../words.ts';
import { Choice } from './choice.tsx';
import type { Shared } from './result.tsx';

/** The fields of one line. */
const LINES = ['superior', 'agency', 'place', 'day', 'number', 'chapter'] as const;

/** So many sign beside each other. */
const SIGNERS = [0, 1, 2, 3];

interface OfficeProps extends Shared {
  /** How the names of the fields begin. */
  readonly name: string;
  readonly office: Office;
  readonly set: (to: Office) => void;
}

/** What an office writes on every paper of its own: typed, or opened from a file, in which it can be kept. */
export function OfficeFields({ name, law, lang, office, set }: OfficeProps): JSX.Element {
  const say = sayIn(lang);
  const sources = (annexesOf(law).funding?.funding ?? []).map(({ funding, title }) => [funding, title[lang]] as const);
  return (
    <details class="for-all">
      <summary>{say('office')}</summary>
      <p class="muted">{say('officeHint')}</p>
      <div class="fields">
        {LINES.map((key) => (
          <Line
            key={key}
            name={`${name}-${key}`}
            label={say(key)}
            value={office[key]}
            set={(to) => set({ ...office, [key]: to })}
          />
        ))}
        <div class="choices">
          <Choice
            name={`${name}-funding`}
            label={say('funding')}
            value={office.funding ?? ''}
            set={(to) => set({ ...office, funding: to })}
            options={[['', say('choose')], ...sources]}
          />
        </div>
        <Signers name={name} office={office} set={set} say={say} />
      </div>
      <OfficeFile name={name} office={office} set={set} lang={lang} />
    </details>
  );
}

/** A file of an office that was opened. */
interface Read {
  readonly name: string;
  readonly text: string;
}

function faultsOf({ name, text }: Read, lang: Lang): readonly string[] {
  const read = parseOffice(text, name, lang);
  return Array.isArray(read) ? (read as readonly string[]).map((fault) => inPage(fault, lang)) : [];
}

/** The data of an office is kept in a file, since the page keeps nothing. */
function OfficeFile({ name, office, set, lang }: Omit<OfficeProps, 'law'>): JSX.Element {
  const say = sayIn(lang);
  const [faulty, setFaulty] = useState<Read>();
  const faults = faulty ? faultsOf(faulty, lang) : [];
  const file = useRef<HTMLInputElement>(null);
  const open = async (one: File): Promise<void> => {
    const text = await one.text();
    const read = parseOffice(text, one.name, lang);
    const isFaulty = Array.isArray(read);
    setFaulty(isFaulty ? { name: one.name, text } : undefined);
    if (!isFaulty) set(read as Office);
  };
  return (
    <>
      <div class="bar">
        <button type="button" onClick={() => file.current?.click()}>
          {say('openOffice')}
        </button>
        <input
          ref={file}
          type="file"
          name={name}
          class="unseen"
          tabIndex={-1}
          aria-label={say('openOffice')}
          accept=".yaml,.yml"
          onChange={({ currentTarget }) => {
            const [one] = currentTarget.files ?? [];
            if (one) void open(one);
            currentTarget.value = '';
          }}
        />
        <button type="button" onClick={() => save('co-quan.yaml', officeText(givenOf(office)))}>
          {say('saveOffice')}
        </button>
      </div>
      {faults.length > 0 && (
        <ul class="fault" role="alert">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </>
  );
}

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly set: (to: string) => void;
}

function Line({ name: id, label, value = '', set }: LineProps): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={id}
        type="text"
        maxLength={300}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </div>
  );
}

/** Who signs, from left to right; the next one is asked for when the one before has a title. */
function Signers({
  name: of,
  office,
  set,
  say,
}: Pick<OfficeProps, 'name' | 'office' | 'set'> & { readonly say: Say }): JSX.Element {
  const signers = office.signers ?? [];
  const change = (at: number, title: string, name: string): void => {
    const all = [...signers.slice(0, at), { title, ...(name === '' ? {} : { name }) }, ...signers.slice(at + 1)];
    set({ ...office, signers: all.filter((one) => one.title !== '' || one.name !== undefined) });
  };
  return (
    <>
      {SIGNERS.slice(0, signers.length + 1).map((at) => {
        const { title = '', name = '' } = signers[at] ?? {};
        const number = at + 1;
        return [
          <Line
            key={`title${number}`}
            name={`${of}-signer-title-${number}`}
            label={`${say('signerTitle')} ${number}`}
            value={title}
            set={(to) => change(at, to, name)}
          />,
          <Line
            key={`name${number}`}
            name={`${of}-signer-name-${number}`}
            label={`${say('signerName')} ${number}`}
            value={name}
            set={(to) => change(at, title, to)}
          />,
        ];
      })}
    </>
  );
}

/** What of the data of an office is filled in; who signs without a title is left out. */
export function givenOf({ signers = [], ...lines }: Office): Office {
  const filled = Object.entries(lines).flatMap(([key, value]): [string, unknown][] => {
    const text: unknown = typeof value === 'string' ? value.trim() : value;
    return text === '' ? [] : [[key, text]];
  });
  const named = signers.flatMap(({ title, name = '' }) =>
    title.trim() === '' ? [] : [{ title: title.trim(), ...(name.trim() === '' ? {} : { name: name.trim() }) }],
  );
  return { ...Object.fromEntries(filled), ...(named.length === 0 ? {} : { signers: named }) };
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { caseKey } from '../../src/case/keys.ts';
import { sayIn, type PageWord } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import type { ListOrder, Product } from '../work/protocol.ts';
import { Drop } from './drop.tsx';
import { ListResult } from './list-result.tsx';
import { useList, type ListState } from './list-state.ts';
import type { Shared } from './result.tsx';

/** The keys that one value may give for a whole list. */
const FOR_ALL = ['person.group', 'leaving.route', 'leaving.date', 'leaving.reorganisation'];

const PRODUCTS: readonly (readonly [PageWord, Product])[] = [
  ['resultBook', 'result.xlsx'],
  ['listBook', 'list.xlsx'],
  ['papersDocx', 'papers.docx'],
  ['records', 'records.ndjson'],
  ['csv', 'result.csv'],
];

type Values = Readonly<Record<string, string>>;

/** A list: dropped, worked out in the worker, told, and taken away as files. */
export function ListView({ lang, worker }: Shared & { readonly worker: WorkerClient }): JSX.Element {
  const list = useList(worker, lang);
  const [values, setValues] = useState<Values>({});
  const say = sayIn(lang);
  const given = Object.entries(values).flatMap(([key, value]) => (value.trim() === '' ? [] : [`${key}=${value}`]));
  const take = (file: File, more: Pick<ListOrder, 'sheet' | 'allSheets'> = {}): void =>
    list.take(file, { set: given, ...more });
  return (
    <>
      <div class="card">
        <Drop
          lang={lang}
          name="list"
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,.ndjson,.jsonl"
          hint={say('listHint')}
          take={(file) => take(file)}
        />
        <ForAll values={values} lang={lang} set={setValues} />
        <div class="bar">
          {[false, true].map((examples) => (
            <button key={String(examples)} type="button" onClick={() => list.template(examples)}>
              {say(examples ? 'templateExamples' : 'template')}
            </button>
          ))}
        </div>
      </div>
      <UnderWay list={list} lang={lang} />
      <RefusedFile list={list} lang={lang} take={take} />
      {list.phase.is === 'listed' && (
        <>
          <Downloads list={list} lang={lang} />
          <ListResult told={list.phase.told} lang={lang} name={list.file?.name ?? ''} />
        </>
      )}
    </>
  );
}

interface PartProps {
  readonly list: ListState;
  readonly lang: Lang;
}

/** Values that count for every row that has none. */
function ForAll(props: {
  readonly values: Values;
  readonly lang: Lang;
  readonly set: (to: Values) => void;
}): JSX.Element {
  const { values, lang, set } = props;
  return (
    <details class="for-all">
      <summary>{sayIn(lang)('forAll')}</summary>
      <div class="fields">
        {FOR_ALL.map((key) => (
          <div class="field" key={key}>
            <label for={`all-${key}`}>{caseKey(key)?.title[lang]}</label>
            <input
              id={`all-${key}`}
              type="text"
              value={values[key] ?? ''}
              onInput={(event) => set({ ...values, [key]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
    </details>
  );
}

function UnderWay({ list: { file, phase, making, stop }, lang }: PartProps): JSX.Element {
  const say = sayIn(lang);
  return (
    <>
      <div role="status" aria-live="polite">
        {file && phase.is === 'working' && <p>{`${file.name}: ${phase.line}`}</p>}
        {making && <p>{say('making')}</p>}
      </div>
      {phase.is === 'working' && (
        <div class="bar">
          <progress max={1} value={phase.fraction} aria-label={say('working')} />
          <button type="button" onClick={stop}>
            {say('stop')}
          </button>
        </div>
      )}
    </>
  );
}

type RefusedProps = PartProps & {
  readonly take: (file: File, more: Pick<ListOrder, 'sheet' | 'allSheets'>) => void;
};

function RefusedFile({ list: { file, phase }, lang, take }: RefusedProps): JSX.Element | null {
  if (phase.is !== 'refused') return null;
  return (
    <div class="notice" role="alert">
      <p class="told">{phase.message}</p>
      {file && phase.sheets && (
        <div class="bar">
          {phase.sheets.map((sheet) => (
            <button key={sheet} type="button" onClick={() => take(file, { sheet })}>
              {sheet}
            </button>
          ))}
          <button type="button" onClick={() => take(file, { allSheets: true })}>
            {sayIn(lang)('allSheets')}
          </button>
        </div>
      )}
    </div>
  );
}

function Downloads({ list: { making, make }, lang }: PartProps): JSX.Element {
  const say = sayIn(lang);
  return (
    <div class="bar downloads" role="group" aria-label={say('downloads')}>
      {PRODUCTS.map(([word, product], at) => (
        <button
          key={product}
          type="button"
          class={at === 0 ? 'primary' : undefined}
          disabled={making}
          onClick={() => make(product)}
        >
          {say(word)}
        </button>
      ))}
    </div>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import type { Office } from '../../src/papers/office.ts';
import { caseKey } from '../../src/case/keys.ts';
import { sayIn, type PageWord } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import type { ListOrder, ListProduct, ListTold } from '../work/protocol.ts';
import { Drop } from './drop.tsx';
import { ListResult } from './list-result.tsx';
import { givenOf, OfficeFields } from './office.tsx';
import { useJob, type Job } from './job-state.ts';
import { Refused } from './refused.tsx';
import type { Shared } from './result.tsx';
import { UnderWay } from './under-way.tsx';

/** The keys that one value may give for a whole list. */
const FOR_ALL = ['person.group', 'leaving.route', 'leaving.date', 'leaving.reorganisation'];

const PRODUCTS: readonly (readonly [PageWord, ListProduct])[] = [
  ['resultBook', 'result.xlsx'],
  ['listBook', 'list.xlsx'],
  ['papersDocx', 'papers.docx'],
  ['records', 'records.ndjson'],
  ['csv', 'result.csv'],
];

type Values = Readonly<Record<string, string>>;

/** A list: dropped, worked out in the worker, told, and taken away as files. */
export function ListView({ law, lang, worker }: Shared & { readonly worker: WorkerClient }): JSX.Element {
  const list = useJob(worker, lang, (answer) => (answer.kind === 'listed' ? answer.told : undefined));
  const [dropped, setDropped] = useState<File>();
  const [office, setOffice] = useState<Office>({});
  const [values, setValues] = useState<Values>({});
  const say = sayIn(lang);
  const given = Object.entries(values).flatMap(([key, value]) => (value.trim() === '' ? [] : [`${key}=${value}`]));
  const take = (file: File, more: Pick<ListOrder, 'sheet' | 'allSheets'> = {}): void => {
    setDropped(file);
    list.start({ kind: 'list', file, order: { lang, set: given, ...more } }, file.name);
  };
  const template = (examples: boolean): void => list.make({ kind: 'template', lang, examples });
  return (
    <>
      <div class="card">
        <Drop
          lang={lang}
          name="list"
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,.ndjson,.jsonl"
          hint={say('listHint')}
          take={([file]) => take(file)}
        />
        <ForAll values={values} lang={lang} set={setValues} />
        <OfficeFields law={law} lang={lang} office={office} set={setOffice} />
        <div class="bar">
          {[false, true].map((examples) => (
            <button key={String(examples)} type="button" disabled={list.making} onClick={() => template(examples)}>
              {say(examples ? 'templateExamples' : 'template')}
            </button>
          ))}
        </div>
      </div>
      <UnderWay job={list} lang={lang} />
      <Refused job={list}>
        {dropped && list.phase.is === 'refused' && list.phase.sheets && (
          <Sheets sheets={list.phase.sheets} lang={lang} take={(more) => take(dropped, more)} />
        )}
      </Refused>
      {list.phase.is === 'done' && (
        <>
          <Downloads list={list} lang={lang} office={givenOf(office)} />
          <ListResult told={list.phase.told} lang={lang} name={list.name} />
        </>
      )}
    </>
  );
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

interface SheetsProps {
  readonly sheets: readonly string[];
  readonly lang: Lang;
  readonly take: (more: Pick<ListOrder, 'sheet' | 'allSheets'>) => void;
}

/** The sheets to choose from. */
function Sheets({ sheets, lang, take }: SheetsProps): JSX.Element {
  return (
    <div class="bar">
      {sheets.map((sheet) => (
        <button key={sheet} type="button" onClick={() => take({ sheet })}>
          {sheet}
        </button>
      ))}
      <button type="button" onClick={() => take({ allSheets: true })}>
        {sayIn(lang)('allSheets')}
      </button>
    </div>
  );
}

interface DownloadsProps {
  readonly list: Job<ListTold>;
  readonly lang: Lang;
  readonly office: Office;
}

function Downloads({ list: { making, make }, lang, office }: DownloadsProps): JSX.Element {
  const say = sayIn(lang);
  return (
    <div class="bar downloads" role="group" aria-label={say('downloads')}>
      {PRODUCTS.map(([word, product], at) => (
        <button
          key={product}
          type="button"
          class={at === 0 ? 'primary' : undefined}
          disabled={making}
          onClick={() => make({ kind: 'list-make', product, office })}
        >
          {say(word)}
        </button>
      ))}
    </div>
  );
}

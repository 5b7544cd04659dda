import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { listSpelling } from '../../src/list/list-job.ts';
import { givenValues } from '../../src/table/given.ts';
import type { Office } from '../../src/papers/office.ts';
import { caseKey } from '../../src/case/keys.ts';
import { inPage } from '../ways.ts';
import { sayIn, type PageWord } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import type { FileReading, ListOrder, ListProduct, ListTold } from '../work/protocol.ts';
import { Drop } from './drop.tsx';
import { ListResult } from './list-result.tsx';
import { givenOf, OfficeFields } from './office.tsx';
import { useJob, type Job } from './job-state.ts';
import { Allowed, FontReading, TextReading } from './reading.tsx';
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
  ['chained', 'chain.ndjson'],
  ['csv', 'result.csv'],
];

type Values = Readonly<Record<string, string>>;

interface ListProps extends Shared {
  readonly worker: WorkerClient;
  readonly office: Office;
  readonly setOffice: (to: Office) => void;
}

/** A list: dropped, worked out in the worker, told, and taken away as files. */
export function ListView({ law, lang, worker, office, setOffice }: ListProps): JSX.Element {
  const list = useJob(worker, lang, (answer) => (answer.kind === 'listed' ? answer.told : undefined));
  const [dropped, setDropped] = useState<File>();
  const [part, setPart] = useState<Pick<ListOrder, 'sheet' | 'allSheets'>>({});
  const [values, setValues] = useState<Values>({});
  const [reading, setReading] = useState<FileReading>({});
  const say = sayIn(lang);
  const given = Object.entries(values).flatMap(([key, value]) => (value.trim() === '' ? [] : [`${key}=${value}`]));
  const take = (file: File, more: Pick<ListOrder, 'sheet' | 'allSheets'> = {}): void => {
    setDropped(file);
    setPart(more);
    list.start({ kind: 'list', file, order: { lang, set: given, ...reading, ...more } }, file.name);
  };
  const again = (
    <button type="button" disabled={dropped === undefined} onClick={() => dropped && take(dropped, part)}>
      {say('listAgain')}
    </button>
  );
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
        <ForAll values={values} law={law} lang={lang} set={setValues} again={again} />
        <Readings reading={reading} lang={lang} set={setReading} again={again} />
        <OfficeFields name="office" law={law} lang={lang} office={office} set={setOffice} />
        <div class="bar">
          {[false, true].map((examples) => (
            <button key={String(examples)} type="button" disabled={list.making} onClick={() => template(examples)}>
              {say(examples ? 'templateExamples' : 'template')}
            </button>
          ))}
        </div>
      </div>
      <UnderWay job={list} lang={lang} />
      <Refused job={list} lang={lang}>
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

interface ForAllProps extends Shared {
  readonly values: Values;
  readonly set: (to: Values) => void;
  readonly again: JSX.Element;
}

/** Values that count for every row that has none; what is wrong with one stands below it. */
function ForAll({ values, law, lang, set, again }: ForAllProps): JSX.Element {
  const spelling = useMemo(() => listSpelling(law), [law]);
  return (
    <details class="for-all">
      <summary>{sayIn(lang)('forAll')}</summary>
      <p class="muted">{sayIn(lang)('forAllHint')}</p>
      <div class="fields">
        {FOR_ALL.map((key) => {
          const value = values[key] ?? '';
          const read = value.trim() === '' ? undefined : givenValues([`${key}=${value}`], spelling, lang);
          const faults = read?.ok === false ? read.issues : [];
          return (
            <div class={`field${faults.length > 0 ? ' faulty' : ''}`} key={key}>
              <label for={`all-${key}`}>{caseKey(key)?.title[lang]}</label>
              <input
                id={`all-${key}`}
                type="text"
                value={value}
                aria-invalid={faults.length > 0}
                aria-describedby={faults.length > 0 ? `all-${key}-fault` : undefined}
                onInput={(event) => set({ ...values, [key]: event.currentTarget.value })}
              />
              {faults.length > 0 && (
                <p class="fault" id={`all-${key}-fault`}>
                  {faults.map(({ message }) => inPage(message.replace(/^--set [^:]+: /, ''), lang)).join(' ')}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <div class="bar">{again}</div>
    </details>
  );
}

interface ReadingsProps {
  readonly reading: FileReading;
  readonly lang: Lang;
  readonly set: (to: FileReading) => void;
  readonly again: JSX.Element;
}

/** What is said of a list that a guess reads wrongly, in an old font, or with macros. */
function Readings({ reading, lang, set, again }: ReadingsProps): JSX.Element {
  const say = sayIn(lang);
  return (
    <details class="for-all">
      <summary>{`${say('reading')}: ${say('readingOfList')}`}</summary>
      <div class="bar choices">
        <FontReading name="list" reading={reading} set={set} lang={lang} />
        <TextReading name="list" reading={reading} set={set} lang={lang} />
        <Allowed name="list" reading={reading} set={set} lang={lang} />
        {again}
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

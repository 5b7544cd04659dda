import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../src/explanation/format.ts';
import { sayIn, type PageWord, type Say } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import type { ReplayProduct, ReplayShown } from '../work/protocol.ts';
import { Choice } from './choice.tsx';
import { Drop } from './drop.tsx';
import { useJob, type Job } from './job-state.ts';
import { Paper } from './paper.tsx';
import { Refused } from './refused.tsx';
import type { Shared } from './result.tsx';
import { UnderWay } from './under-way.tsx';

const REPORTS: readonly (readonly [PageWord, ReplayProduct])[] = [
  ['reportXlsx', 'report.xlsx'],
  ['reportHtml', 'report.html'],
];

/** Only what was recorded is told one by one for programs. */
const FOR_PROGRAMS: readonly (readonly [PageWord, ReplayProduct])[] = [['reportJson', 'report.json']];

const HEAD = /^sha256:[0-9a-f]{64}$/;

/** Records: dropped, computed again in the worker under the law they name or another one, and told. */
export function ReplayView({ law, lang, worker }: Shared & { readonly worker: WorkerClient }): JSX.Element {
  const say = sayIn(lang);
  const job = useJob(worker, lang, (answer) => (answer.kind === 'replayed' ? answer.told : undefined));
  const [head, setHead] = useState('');
  const [whatIf, setWhatIf] = useState('');
  const [file, setFile] = useState<File>();
  const expected = head.trim();
  const begin = (records: File): void => {
    setFile(records);
    const order = { lang, ...(HEAD.test(expected) ? { head: expected } : {}), ...(whatIf === '' ? {} : { whatIf }) };
    job.start({ kind: 'replay', file: records, order }, records.name);
  };
  const done = job.phase.is === 'done' ? job.phase.told : undefined;
  return (
    <>
      <div class="card">
        <Drop
          lang={lang}
          name="records"
          accept=".ndjson,.jsonl,.json,.xlsx"
          hint={say('replayHint')}
          take={([first]) => begin(first)}
        />
        <div class="bar choices">
          <Choice
            name="replay-law"
            label={say('whatIf')}
            value={whatIf}
            set={setWhatIf}
            options={[['', say('asRecorded')], ...versionsOf({ law, lang })]}
          />
          <Head head={head} set={setHead} faulty={expected !== '' && !HEAD.test(expected)} say={say} />
          <button type="button" disabled={file === undefined} onClick={() => file && begin(file)}>
            {say('replayAgain')}
          </button>
        </div>
      </div>
      <UnderWay job={job} lang={lang} done={done?.verdict} />
      <Refused job={job} lang={lang} />
      {done && (
        <>
          <Downloads job={job} whatIf={done.whatIf} say={say} />
          <div class="panel">
            <Paper document={done.document} />
          </div>
        </>
      )}
    </>
  );
}

interface DownloadsProps {
  readonly job: Job<ReplayShown>;
  readonly whatIf: boolean;
  readonly say: Say;
}

function Downloads({ job, whatIf, say }: DownloadsProps): JSX.Element {
  return (
    <div class="bar downloads" role="group" aria-label={say('downloads')}>
      {[...REPORTS, ...(whatIf ? [] : FOR_PROGRAMS)].map(([word, product]) => (
        <button
          key={product}
          type="button"
          disabled={job.making}
          onClick={() => job.make({ kind: 'replay-make', product })}
        >
          {say(word)}
        </button>
      ))}
    </div>
  );
}

interface HeadProps {
  readonly head: string;
  readonly set: (to: string) => void;
  readonly faulty: boolean;
  readonly say: Say;
}

/** The head of a chain that somebody kept. */
function Head({ head, set, faulty, say }: HeadProps): JSX.Element {
  return (
    <div class={`field kept${faulty ? ' faulty' : ''}`}>
      <label for="kept-head">{say('keptHead')}</label>
      <input
        id="kept-head"
        name="kept-head"
        placeholder="sha256:…"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={head}
        aria-invalid={faulty}
        aria-describedby={faulty ? 'kept-head-fault' : undefined}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {faulty && (
        <p id="kept-head-fault" class="fault">
          {say('headForm')}
        </p>
      )}
    </div>
  );
}

/** Every version of every scheme, newest first, by its title and day. */
function versionsOf({ law, lang }: Shared): [value: string, title: string][] {
  return [...law.schemes.values()].flatMap(({ scheme, title }) =>
    law
      .versions(scheme)
      .map(({ date }): [string, string] => [`${scheme}@${date}`, `${title[lang]}: ${formatDate(date, lang)}`])
      .reverse(),
  );
}

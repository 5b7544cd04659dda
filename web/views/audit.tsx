import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { sayIn, type PageWord } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import type { AuditProduct, AuditShown, FileReading } from '../work/protocol.ts';
import { Drop } from './drop.tsx';
import { useJob, type Job } from './job-state.ts';
import { Paper } from './paper.tsx';
import { Allowed, FontReading } from './reading.tsx';
import { Refused } from './refused.tsx';
import { UnderWay } from './under-way.tsx';

const REPORTS: readonly (readonly [PageWord, AuditProduct])[] = [
  ['reportHtml', 'report.html'],
  ['reportJson', 'report.json'],
];

/** What a user may say of workbooks that do not say it themselves. */
interface Reading extends FileReading {
  readonly map?: File | undefined;
}

/** Annex workbooks: dropped, computed again cell by cell in the worker, told, and taken away marked. */
export function AuditView({ lang, worker }: { readonly lang: Lang; readonly worker: WorkerClient }): JSX.Element {
  const job = useJob(worker, lang, (answer) => (answer.kind === 'audited' ? answer.told : undefined));
  const [reading, setReading] = useState<Reading>({});
  const [files, setFiles] = useState<readonly File[]>([]);
  const begin = (books: readonly File[]): void => {
    setFiles(books);
    job.start({ kind: 'audit', files: books, order: { lang, ...reading } }, books.map(({ name }) => name).join(', '));
  };
  const done = job.phase.is === 'done' ? job.phase.told : undefined;
  return (
    <>
      <div class="card">
        <Drop lang={lang} name="annex" accept=".xlsx,.xlsm" hint={sayIn(lang)('annexHint')} several take={begin} />
        <Readings reading={reading} set={setReading} job={job} lang={lang} again={() => begin(files)} />
      </div>
      <UnderWay job={job} lang={lang} done={done?.verdict} />
      <Refused job={job} lang={lang} />
      {done && (
        <>
          <Downloads job={job} told={done} lang={lang} />
          <div class="panel">
            <Paper document={done.document} />
          </div>
        </>
      )}
    </>
  );
}

interface ReadingsProps {
  readonly reading: Reading;
  readonly set: (to: Reading) => void;
  readonly job: Job<AuditShown>;
  readonly lang: Lang;
  readonly again: () => void;
}

/** What is said of workbooks with columns of their own, in an old font, or with macros. */
function Readings({ reading, set, job, lang, again }: ReadingsProps): JSX.Element {
  const say = sayIn(lang);
  return (
    <details class="for-all">
      <summary>{`${say('reading')}: ${say('readingOfAnnex')}`}</summary>
      <div class="bar choices">
        <FontReading name="annex" reading={reading} set={set} lang={lang} />
        <label>
          {say('columnMap')}{' '}
          <input
            type="file"
            name="annex-map"
            accept=".yaml,.yml"
            onChange={(event) => set({ ...reading, map: event.currentTarget.files?.[0] })}
          />
        </label>
        <Allowed name="annex" reading={reading} set={set} lang={lang} />
        <button type="button" disabled={job.name === ''} onClick={again}>
          {say('auditAgain')}
        </button>
        <button
          type="button"
          disabled={job.phase.is !== 'done' || job.making}
          onClick={() => job.make({ kind: 'audit-make', product: 'map.yaml' })}
        >
          {say('proposedMap')}
        </button>
      </div>
    </details>
  );
}

interface DownloadsProps {
  readonly job: Job<AuditShown>;
  readonly told: AuditShown;
  readonly lang: Lang;
}

function Downloads({ job, told: { copies }, lang }: DownloadsProps): JSX.Element {
  const say = sayIn(lang);
  const button = (title: string, product: AuditProduct, first = false): JSX.Element => (
    <button
      key={title}
      type="button"
      class={first ? 'primary' : undefined}
      disabled={job.making}
      onClick={() => job.make({ kind: 'audit-make', product })}
    >
      {title}
    </button>
  );
  return (
    <div class="bar downloads" role="group" aria-label={say('downloads')}>
      {copies.map(({ at, name }) =>
        button(copies.length === 1 ? say('markedCopy') : `${say('markedCopyOf')} ${name}`, { copyOf: at }, true),
      )}
      {REPORTS.map(([word, product]) => button(say(word), product))}
    </div>
  );
}

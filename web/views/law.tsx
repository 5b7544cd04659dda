import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { mainScheme } from '../../src/law/act.ts';
import type { Document } from '../../src/explanation/document.ts';
import { formatDate } from '../../src/explanation/format.ts';
import type { Consolidated } from '../../src/law/consolidate.ts';
import type { LawVersion } from '../../src/law/version.ts';
import { lawDocument } from '../../src/lawbook/show/show.ts';
import { sayIn } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import { Choice } from './choice.tsx';
import { useJob } from './job-state.ts';
import { Paper } from './paper.tsx';
import { Refused } from './refused.tsx';
import type { Shared } from './result.tsx';
import { UnderWay } from './under-way.tsx';

/** The law itself: a version of a scheme by article, or what changed from one version to another, in words. */
export function LawView({ law, lang, worker }: Shared & { readonly worker: WorkerClient }): JSX.Element {
  const say = sayIn(lang);
  const [scheme, setScheme] = useState(() => mainScheme(law.schemes.values()));
  const days = law.versions(scheme).map(({ date }) => date);
  const [day, setDay] = useState('');
  const [against, setAgainst] = useState('');
  const [article, setArticle] = useState('');
  const shown = days.includes(day) ? day : (days.at(-1) ?? '');
  const before = days.includes(against) && against !== shown ? against : '';
  const version = versionOf({ law, lang }, scheme, shown);
  const job = useJob(worker, lang, (answer) => (answer.kind === 'compared' ? answer.document : undefined));
  useEffect(() => {
    if (before === '') job.stop();
    else job.start({ kind: 'compare', lang, scheme, days: [before, shown] }, say('comparing'));
  }, [lang, scheme, shown, before]);
  const whole = useMemo(
    () => (version && before === '' ? documentOf({ law, lang }, version, article) : undefined),
    [law, lang, version, before, article],
  );
  const document = before === '' ? whole : job.phase.is === 'done' ? job.phase.told : undefined;
  const dated = days.map((one) => [one, formatDate(one, lang)] as const);
  const schemes = [...law.schemes.values()].map((one) => [one.scheme, one.title[lang]] as const);
  return (
    <>
      <div class="bar choices">
        <Choice name="law-scheme" label={say('scheme')} value={scheme} set={setScheme} options={schemes} />
        <Choice name="law-version" label={say('versionFrom')} value={shown} set={setDay} options={dated} />
        <Choice
          name="law-against"
          label={say('comparedWith')}
          value={before}
          set={setAgainst}
          options={[['', say('notCompared')], ...dated]}
        />
        {before === '' && version && (
          <Choice
            name="law-article"
            label={say('article')}
            value={article}
            set={setArticle}
            options={[['', say('allArticles')], ...articlesOf(version).map((one) => [one, one] as const)]}
          />
        )}
      </div>
      {before !== '' && <UnderWay job={job} lang={lang} />}
      {before !== '' && <Refused job={job} lang={lang} />}
      <div class="panel">{document && <Paper document={document} />}</div>
    </>
  );
}

function versionOf({ law, lang }: Shared, scheme: string, day: string): LawVersion | undefined {
  const found = law.at(scheme, day, lang);
  return found.ok ? found.value : undefined;
}

/** The articles of the act that the scheme is named by, in the order of the law. */
function articlesOf(version: LawVersion): string[] {
  return [...new Set(ownOf(version).flatMap(({ provision: { at } }) => articleOf(at) ?? []))];
}

function ownOf(version: LawVersion): Consolidated[] {
  return [...version.provisions.values()].filter(({ act }) => act === version.acts[0]);
}

function articleOf(at: string): string | undefined {
  return /^Điều \S+/u.exec(at)?.[0];
}

function documentOf({ law, lang }: Shared, version: LawVersion, article: string): Document {
  const some = ownOf(version).filter(({ provision: { at } }) => articleOf(at) === article);
  return lawDocument(law, version, lang, some.length > 0 ? { some } : {});
}

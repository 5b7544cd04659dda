import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { mainScheme } from '../../src/law/act.ts';
import type { Document } from '../../src/explanation/document.ts';
import { formatDate } from '../../src/explanation/format.ts';
import type { Consolidated } from '../../src/law/consolidate.ts';
import type { LawVersion } from '../../src/law/version.ts';
import { diffOf } from '../../src/lawbook/diff/diff.ts';
import { diffDocument } from '../../src/lawbook/show/diff-document.ts';
import { lawDocument } from '../../src/lawbook/show/show.ts';
import { sayIn } from '../words.ts';
import { Choice } from './choice.tsx';
import { Paper } from './paper.tsx';
import type { Shared } from './result.tsx';

/** The law itself: a version of a scheme by article, or what changed from one version to another, in words. */
export function LawView({ law, lang }: Shared): JSX.Element {
  const say = sayIn(lang);
  const [scheme, setScheme] = useState(() => mainScheme(law.schemes.values()));
  const days = law.versions(scheme).map(({ date }) => date);
  const [day, setDay] = useState('');
  const [against, setAgainst] = useState('');
  const [article, setArticle] = useState('');
  const shown = days.includes(day) ? day : (days.at(-1) ?? '');
  const before = days.includes(against) && against !== shown ? against : '';
  const version = versionOf({ law, lang }, scheme, shown);
  const document = useMemo(
    () => version && documentOf({ law, lang }, version, before, article),
    [law, lang, version, before, article],
  );
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

function documentOf({ law, lang }: Shared, version: LawVersion, against: string, article: string): Document {
  const other = against === '' ? undefined : versionOf({ law, lang }, version.scheme, against);
  if (other) {
    const [before, after] = other.date < version.date ? [other, version] : [version, other];
    return diffDocument(law, [before, after], diffOf(law, before, after), lang);
  }
  const some = ownOf(version).filter(({ provision: { at } }) => articleOf(at) === article);
  return lawDocument(law, version, lang, some.length > 0 ? { some } : {});
}

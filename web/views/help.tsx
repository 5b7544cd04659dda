import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { sayIn, type PageWord } from '../words.ts';
import { Tabs } from './tabs.tsx';

const NAMES = ['guideOfficer', 'guideInspector'] as const satisfies readonly PageWord[];

/** The guides of each language as HTML, in the order of their tabs. */
export type Guides = Readonly<Record<Lang, readonly string[]>>;

/** The guides; they come with the page, as HTML that the build made of docs/vi and docs/en. */
export function HelpView({ lang, guides }: { readonly lang: Lang; readonly guides: Guides }): JSX.Element {
  const [name, setName] = useState<(typeof NAMES)[number]>(NAMES[0]);
  return (
    <>
      <p class="muted">{sayIn(lang)('guideHint')}</p>
      <Tabs names={NAMES} chosen={name} lang={lang} choose={setName} label="help" />
      <div
        class="card guide"
        id={`panel-${name}`}
        role="tabpanel"
        aria-labelledby={`tab-${name}`}
        dangerouslySetInnerHTML={{ __html: guides[lang][NAMES.indexOf(name)] ?? '' }}
      />
    </>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { sayIn, type PageWord } from '../words.ts';
import { Tabs } from './tabs.tsx';

const NAMES = ['guideOfficer', 'guideInspector'] as const satisfies readonly PageWord[];

/** The guides, in Vietnamese; they come with the page, as HTML that the build made of docs/vi. */
export function HelpView({ lang, guides }: { readonly lang: Lang; readonly guides: readonly string[] }): JSX.Element {
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
        lang="vi"
        dangerouslySetInnerHTML={{ __html: guides[NAMES.indexOf(name)] ?? '' }}
      />
    </>
  );
}

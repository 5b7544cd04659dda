import type { ComponentChildren, JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { jsonText } from '../../src/base/printable.ts';
import type { Calculation } from '../../src/engine/derivation.ts';
import { recordOf } from '../../src/engine/receipt.ts';
import { resultOf } from '../../src/engine/result.ts';
import type { Document } from '../../src/explanation/document.ts';
import { explanationDocument } from '../../src/explanation/explanation-document.ts';
import { explain } from '../../src/explanation/explanation.ts';
import { docxOf } from '../../src/papers/docx/docx.ts';
import type { Office } from '../../src/papers/office.ts';
import { sheet } from '../../src/papers/sheet.ts';
import { CASE_FILE, caseFile, openCase } from '../form/open.ts';
import type { CaseState } from '../form/state.ts';
import { save } from '../save.ts';
import { sayIn, type PageWord } from '../words.ts';
import { CaseForm } from './form.tsx';
import { givenOf, OfficeFields } from './office.tsx';
import { Paper } from './paper.tsx';
import { Questions } from './questions.tsx';
import { LiveResult, type Shared } from './result.tsx';
import { Tabs } from './tabs.tsx';
import { When } from './when.tsx';
import { Why } from './why.tsx';

interface CaseProps extends Shared {
  readonly one: CaseState;
}

interface PersonProps extends CaseProps {
  readonly office: Office;
  readonly setOffice: (to: Office) => void;
}

/** One person: the form, the result while it is filled in, and what stands behind it. */
export function PersonView({ law, lang, one, office, setOffice }: PersonProps): JSX.Element {
  const { worked } = one.read;
  return (
    <>
      <CaseFiles law={law} lang={lang} one={one} />
      <div class="beside">
        <CaseForm law={law} lang={lang} one={one} />
        <LiveResult law={law} lang={lang} one={one} />
      </div>
      {worked !== undefined && !('refused' in worked) && (
        <Details worked={worked} law={law} lang={lang} one={one} office={office} setOffice={setOffice} />
      )}
    </>
  );
}

/** Opens and saves the case. */
function CaseFiles({ law, lang, one }: CaseProps): JSX.Element {
  const say = sayIn(lang);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string>();
  const opened = useMemo(() => (text === undefined ? undefined : openCase(text, law, lang)), [text, law, lang]);
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const found = await file.text();
    const { texts } = openCase(found, law, lang);
    if (texts) one.replace(texts);
    setText(found);
    if (input.current) input.current.value = '';
  };
  const shown = opened && (opened.told.length > 0 || opened.unshown.length > 0);
  return (
    <div class="bar">
      <button type="button" onClick={() => input.current?.click()}>
        {say('open')}
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={say('open')}
        accept=".yaml,.yml,.json"
        onChange={(event) => void open(event.currentTarget.files?.[0])}
      />
      <button type="button" onClick={() => save(CASE_FILE, caseFile(one.texts, lang))}>
        {say('saveCase')}
      </button>
      <button
        type="button"
        onClick={() => {
          one.replace({});
          setText(undefined);
        }}
      >
        {say('clear')}
      </button>
      {shown && (
        <div class="notice" role="alert">
          {opened.texts === undefined && <strong>{say('unopened')}</strong>}
          <ul>
            {opened.told.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {opened.unshown.length > 0 && <p>{`${say('unshown')}: ${opened.unshown.join(', ')}`}</p>}
        </div>
      )}
    </div>
  );
}

interface DetailsProps extends PersonProps {
  readonly worked: Calculation;
}

const TABS = ['sheet', 'why', 'questions', 'when'] as const satisfies readonly PageWord[];

/** Sheet, explanation, open questions and leaving dates of a result, and what can be taken away of it. */
function Details({ worked, law, lang, one, office, setOffice }: DetailsProps): JSX.Element {
  const [tab, setTab] = useState<(typeof TABS)[number]>('sheet');
  const paper = (): Document => sheet(worked, { law, lang, office: givenOf(office) });
  const show: Readonly<Record<typeof tab, () => JSX.Element>> = {
    sheet: () => <Paper document={paper()} />,
    why: () => <Why worked={worked} law={law} lang={lang} />,
    questions: () => <Questions worked={worked} one={one} law={law} lang={lang} />,
    when: () => <When worked={worked} readings={one.readings} law={law} lang={lang} />,
  };
  return (
    <section class="details" aria-label={sayIn(lang)('details')}>
      <Tabs names={TABS} chosen={tab} lang={lang} choose={setTab} label="details" />
      <TakeAway worked={worked} paper={paper} law={law} lang={lang} />
      <OfficeFields name="own-office" law={law} lang={lang} office={office} set={setOffice} />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} class="panel">
        {show[tab]()}
      </div>
    </section>
  );
}

/** What can be taken away of a result: print, Word, record. */
function TakeAway(props: Shared & { readonly worked: Calculation; readonly paper: () => Document }): JSX.Element {
  const { worked, law, lang, paper } = props;
  const say = sayIn(lang);
  const explanation = (): Document => explanationDocument(explain(worked, { law, lang }), lang);
  const docx = async (name: string, document: Document): Promise<void> =>
    save(name, (await docxOf([document])) as Uint8Array<ArrayBuffer>);
  const button = (word: PageWord, act: () => unknown): ComponentChildren => (
    <button type="button" onClick={() => void act()}>
      {say(word)}
    </button>
  );
  return (
    <div class="bar">
      {button('print', () => window.print())}
      {button('saveDocx', () => docx('bang-tinh.docx', paper()))}
      {button('saveExplanation', () => docx('dien-giai.docx', explanation()))}
      {button('saveRecord', () => save('ban-ghi.json', jsonText(recordOf(resultOf(worked, lang)), 2) + '\n'))}
    </div>
  );
}

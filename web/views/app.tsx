import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { ENGINE_VERSION } from '../../src/engine/engine-version.ts';
import { reachText } from '../../src/explanation/context.ts';
import type { Office } from '../../src/papers/office.ts';
import type { Law } from '../../src/law/law.ts';
import { useCase } from '../form/state.ts';
import { PAGE_WORDS, sayIn, type PageWord } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import { AuditView } from './audit.tsx';
import { HelpView, type Guides } from './help.tsx';
import { LawView } from './law.tsx';
import { ListView } from './list.tsx';
import { PersonView } from './person.tsx';
import { ReplayView } from './replay.tsx';
import type { Shared } from './result.tsx';

const VIEWS = ['person', 'list', 'annex', 'replay', 'law', 'help'] as const satisfies readonly PageWord[];

type View = (typeof VIEWS)[number];

interface AppProps {
  readonly law: Law;
  readonly rulesHash: string;
  readonly guides: Guides;
  /** Each view that works on files has a worker of its own. */
  readonly newWorker: () => WorkerClient;
}

/** The whole page. */
export function App({ law, rulesHash, guides, newWorker }: AppProps): JSX.Element {
  const [lang, setLang] = useState<Lang>('vi');
  const [view, setView] = useState<View>('person');
  const [office, setOffice] = useState<Office>({});
  const one = useCase(law, lang);
  const workers = useMemo(
    () => ({ list: newWorker(), annex: newWorker(), replay: newWorker(), law: newWorker() }),
    [newWorker],
  );
  const say = sayIn(lang);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = say('title');
  }, [lang]);
  return (
    <>
      <a class="skip" href="#main">
        {say('skip')}
      </a>
      <header>
        <div class="head">
          <div>
            <h1>{say('title')}</h1>
            <p>{say('about')}</p>
          </div>
          <button
            type="button"
            class="lang"
            lang={lang === 'vi' ? 'en' : 'vi'}
            onClick={() => setLang(lang === 'vi' ? 'en' : 'vi')}
          >
            {lang === 'vi' ? 'English' : 'Tiếng Việt'}
          </button>
        </div>
        <Views view={view} set={setView} lang={lang} />
      </header>
      <main id="main" tabIndex={-1}>
        {view === 'law' && <LawView law={law} lang={lang} worker={workers.law} />}
        {view === 'help' && <HelpView lang={lang} guides={guides} />}
        {view === 'person' && <PersonView law={law} lang={lang} one={one} office={office} setOffice={setOffice} />}
        {/* They stay where they are, with their files, while another view is looked at. */}
        <div hidden={view !== 'list'}>
          <ListView law={law} lang={lang} worker={workers.list} office={office} setOffice={setOffice} />
        </div>
        <div hidden={view !== 'annex'}>
          <AuditView lang={lang} worker={workers.annex} />
        </div>
        <div hidden={view !== 'replay'}>
          <ReplayView law={law} lang={lang} worker={workers.replay} />
        </div>
      </main>
      <Foot law={law} lang={lang} rulesHash={rulesHash} />
    </>
  );
}

/** The names of the views, to go from one to another. */
function Views(props: { readonly view: View; readonly set: (to: View) => void; readonly lang: Lang }): JSX.Element {
  const { view, set, lang } = props;
  return (
    <nav aria-label={sayIn(lang)('views')}>
      {VIEWS.map((name) => (
        <button key={name} type="button" aria-current={name === view ? 'page' : undefined} onClick={() => set(name)}>
          {PAGE_WORDS[name][lang]}
        </button>
      ))}
    </nav>
  );
}

/** Which program and which law this page is. */
function Foot({ law, lang, rulesHash }: Shared & { readonly rulesHash: string }): JSX.Element {
  const say = sayIn(lang);
  const reach = law.reach?.date;
  const isOld = reach !== undefined && new Date().toISOString().slice(0, 10) > reach;
  return (
    <footer>
      <p>{`nd178 ${ENGINE_VERSION}. ${reachText(law, lang) ?? ''} ${isOld ? say('newer') : ''}`}</p>
      <p class="hash">{`${say('lawHash')}: ${rulesHash}`}</p>
    </footer>
  );
}

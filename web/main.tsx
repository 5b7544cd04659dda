import { WITHOUT_EVAL } from './no-eval.ts';
import { render } from 'preact';
import { builtinLaw } from '../src/law/builtin.ts';
import { App } from './views/app.tsx';
import type { Guides } from './views/help.tsx';
import { WorkerClient } from './work/client.ts';
import { startWorker } from './work/worker.ts';

/** The hash of all rule files, put in by the build. */
declare const RULES_HASH: string;

/** The guides as HTML, put in by the build. */
declare const GUIDES: Guides;

if (!WITHOUT_EVAL) throw new Error('the policy would be broken');
// One script for the page and its worker: where there is no document, this is the worker.
if (typeof document === 'undefined') startWorker(globalThis as unknown as Parameters<typeof startWorker>[0]);
else {
  const own = document.currentScript?.textContent ?? '';
  const root = document.getElementById('app');
  if (root)
    render(
      <App law={builtinLaw()} rulesHash={RULES_HASH} guides={GUIDES} newWorker={() => new WorkerClient(() => own)} />,
      root,
    );
}

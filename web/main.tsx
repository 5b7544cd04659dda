import { render } from 'preact';
import { builtinLaw } from '../src/law/builtin.ts';
import { App } from './views/app.tsx';

/** The hash of all rule files, put in by the build. */
declare const RULES_HASH: string;

const root = document.getElementById('app');
if (root) render(<App law={builtinLaw()} rulesHash={RULES_HASH} />, root);

// Builds dist/nd178.html, and the licences of what it holds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { notices } from '../cli/notices.mjs';
import { makePage } from './make.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const { html, inputs } = await makePage();
mkdirSync(path('../dist'), { recursive: true });
writeFileSync(path('../dist/nd178.html'), html);
writeFileSync(path('../dist/nd178-page-THIRD-PARTY.txt'), notices(inputs, [], path('..')));

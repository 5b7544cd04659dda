import { mkdirSync, writeFileSync } from 'node:fs';
import { makePage } from '../../../web/make.mjs';

/** Where the page under test stands, and where its pictures go; git ignores both. */
export const PAGE = 'reports/page/nd178.html';

/** Makes the page once for all tests of it. */
export default async function setup(): Promise<void> {
  mkdirSync('reports/page', { recursive: true });
  writeFileSync(PAGE, (await makePage()).html);
}

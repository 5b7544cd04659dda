import type { FormColumn } from '../../law/form.ts';
import { extrasOf, type AnnexForm } from '../forms.ts';
import { headingScore, type Heading } from './headings.ts';

/** Out of its order a column is known by a phrase of its own heading, not by a scrap of those above. */
const FEWEST_LETTERS = 4;

/**
 * Lays the columns of a form over headings by their words. Most columns stand in the order of the form, which tells
 * apart those whose headings say the same; what is left over is found wherever its heading says it.
 */
export function matchHeadings(form: AnnexForm, headings: readonly Heading[]): Map<string, number> {
  const { columns } = form;
  const scores = headings.map((heading) => columns.map((column) => headingScore(heading, column)));
  const at = new Map<string, number>();
  const taken = new Set<number>();
  const take = (key: string, place: number): void => {
    at.set(key, place);
    taken.add(place);
  };
  // What units add and no form has: where its words say more than those of any column of the form.
  for (const extra of extrasOf(form)) {
    const [place, score] = bestOf(headings, extra, taken);
    if (score > Math.max(0, ...(scores[place] ?? []))) take(extra.key, place);
  }
  for (const [place, index] of inOrder(scores, taken)) take((columns[index] as FormColumn).key, place);
  const left = columns
    .filter(({ key }) => !at.has(key))
    .map((column) => ({ column, best: bestOf(headings, column, taken)[1] }))
    .sort((a, b) => b.best - a.best);
  for (const { column } of left) {
    const [place, score] = bestOf(headings, column, taken);
    if (score >= FEWEST_LETTERS) take(column.key, place);
  }
  const given = at.get('givenName');
  if (!at.has('name') && given !== undefined) {
    at.delete('givenName');
    at.set('name', given);
  }
  return at;
}

/** The free place whose heading says a column best, and how well. */
function bestOf(
  headings: readonly Heading[],
  column: FormColumn,
  taken: ReadonlySet<number>,
): readonly [place: number, score: number] {
  let best: [number, number] = [-1, 0];
  for (const [place, heading] of headings.entries()) {
    const score = taken.has(place) ? 0 : headingScore(heading, column);
    if (score > best[1]) best = [place, score];
  }
  return best;
}

/** The columns over places in one order that score most in all. */
function inOrder(
  scores: readonly (readonly number[])[],
  taken: ReadonlySet<number>,
): (readonly [place: number, index: number])[] {
  const columns = scores[0]?.length ?? 0;
  const score = (place: number, index: number): number => {
    const found = taken.has(place) ? 0 : (scores[place]?.[index] ?? 0);
    return found > 0 ? found + 1 : 0;
  };
  const best = bestSums(scores.length, columns, score);
  const sum = (place: number, index: number): number => best[place]?.[index] ?? 0;
  const chosen: (readonly [number, number])[] = [];
  let [place, index] = [0, 0];
  while (place < scores.length && index < columns) {
    const here = score(place, index);
    if (here > 0 && sum(place, index) === here + sum(place + 1, index + 1)) chosen.push([place++, index++]);
    else if (sum(place, index) === sum(place + 1, index)) place++;
    else index++;
  }
  return chosen;
}

/** The best sum of scores from each pair of a heading and a column on. */
function bestSums(headings: number, columns: number, score: (p: number, c: number) => number): number[][] {
  const best = Array.from({ length: headings + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let p = headings - 1; p >= 0; p--) {
    const [row, below] = [best[p] as number[], best[p + 1] as number[]];
    for (let c = columns - 1; c >= 0; c--) {
      const here = score(p, c);
      row[c] = Math.max(here > 0 ? here + (below[c + 1] ?? 0) : 0, below[c] ?? 0, row[c + 1] ?? 0);
    }
  }
  return best;
}

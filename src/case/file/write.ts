import { Document, isMap, isScalar, type Pair } from 'yaml';
import type { Lang } from '../../base/text.ts';
import { givenAt } from '../flat.ts';
import { caseKey, CASE_KEYS } from '../keys.ts';
import { withKeys } from '../with-keys.ts';

/**
 * A case as a file: its keys in the order of the contract, each with its title; `comment`: what stands above it, the
 * command that works it out again.
 */
export function caseText(raw: unknown, comment: string, lang: Lang): string {
  const values = CASE_KEYS.flatMap(({ key }) => {
    const value = givenAt(raw, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const document = new Document(withKeys({}, new Map(values)));
  document.commentBefore = ` ${comment}`;
  titled(document.contents, '', lang);
  return document.toString({ lineWidth: 0 });
}

/** Puts the title of each key behind its value. */
function titled(node: unknown, path: string, lang: Lang): void {
  if (!isMap(node)) return;
  for (const { key, value } of node.items as Pair[]) {
    const inner = path === '' ? nameOf(key) : `${path}.${nameOf(key)}`;
    if (isScalar(value) && !String(value.value).includes('\n')) value.comment = ` ${caseKey(inner)?.title[lang] ?? ''}`;
    titled(value, inner, lang);
  }
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

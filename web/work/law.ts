import type { Document } from '../../src/explanation/document.ts';
import type { Law } from '../../src/law/law.ts';
import { diffOf } from '../../src/lawbook/diff/diff.ts';
import { diffDocument } from '../../src/lawbook/show/diff-document.ts';
import type { Task } from './protocol.ts';

/** What changed in a scheme from one day to another, in words. */
export function compared(law: Law, { lang, scheme, days }: Extract<Task, { kind: 'compare' }>): Document {
  const [before, after] = [...days].sort().map((day) => law.at(scheme, day, lang));
  if (!before?.ok || !after?.ok) throw new RangeError('no such version');
  return diffDocument(law, [before.value, after.value], diffOf(law, before.value, after.value), lang);
}

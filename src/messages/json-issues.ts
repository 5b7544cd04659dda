import type { Issue } from '../base/checked.ts';
import type { JsonFault } from '../base/json.ts';
import type { Lang } from '../base/text.ts';
import { issue } from './issue.ts';

/** The faults of a JSON text as issues, each with its place; the value of a key that stands twice is not told. */
export function jsonIssues(lang: Lang, faults: readonly JsonFault[]): Issue[] {
  return faults.map(({ code, path, text, place }) =>
    issue(lang, code, path, { place, key: path, title: path, ...(code === 'inexact-number' ? { value: text } : {}) }),
  );
}

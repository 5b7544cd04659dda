import type { Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { ISSUES, type IssueCode } from './issues.ts';

/** The values a message may mention. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** An issue in the language asked for. */
export function issue(lang: Lang, code: IssueCode, path: string, params: Params = {}): Issue {
  return { code, path, message: fill(ISSUES[code][lang], params) };
}

/** Puts values into a text: `{name}` by its value, `[... {name} ...]` left out when the value is not there. */
export function fill(text: string, params: Params): string {
  const chosen = text.replace(/\[([^[\]]*)\]/g, (_, inner: string) =>
    [...inner.matchAll(/\{(\w+)\}/g)].every(([, name]) => params[name ?? ''] !== undefined) ? inner : '',
  );
  return chosen.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

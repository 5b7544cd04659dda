import { printable } from '../src/base/printable.ts';
import type { Lang } from '../src/base/text.ts';
import { readDayText } from '../src/case/spelling/dates.ts';
import { tableMessage } from '../src/table/messages.ts';
import { EXIT, Exit } from './exit.ts';

/**
 * The day that an option names, as YYYY-MM-DD; written in every way in which a case may write one (15/03/2025). `name`:
 * the option, for the message. Throws {@link Exit} with a usage error for what is no day.
 */
export function dayOption(name: string, text: string, lang: Lang): string {
  const read = readDayText(text);
  if ('value' in read) return read.value;
  throw new Exit(EXIT.usage, printable(`${name}: ${tableMessage(lang, read.fault, { more: '', ...read.params })}`));
}

/** A scheme and the day behind its `@` (`nd178@15/03/2025`), read as {@link dayOption} does. */
export function schemeAndDay(name: string, text: string, lang: Lang): [scheme: string, day: string | undefined] {
  const at = text.indexOf('@');
  if (at < 0) return [text.trim(), undefined];
  return [text.slice(0, at).trim(), dayOption(name === '' ? text : `${name} ${text}`, text.slice(at + 1), lang)];
}

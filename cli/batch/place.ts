import { basename } from 'node:path';
import type { Place } from '../../src/messages/refused.ts';

/** The place of a file: its name without its folder. */
export function fileOf(file: string): Place {
  return file === '-' ? {} : { file: basename(file) };
}

import { extname } from 'node:path';
import type { BatchFlags } from '../batch/flags.ts';
import type { Host } from '../host.ts';
import { personOfCase } from './from-case.ts';
import { peopleOfList } from './from-list.ts';
import { peopleOfRecords } from './from-records.ts';
import type { PaperOptions, Person } from '../../src/papers/person.ts';

/** Whose papers are made, from whatever the file holds: records, a result workbook, a case, or a list of cases. */
export async function peopleOf(
  from: string,
  flags: BatchFlags,
  host: Host,
  options: PaperOptions,
): Promise<readonly Person[]> {
  const { lang } = options.core;
  const recorded = flags.from === undefined && from !== '-' ? await peopleOfRecords(from, options) : undefined;
  if (recorded) {
    if (flags.quiet !== true)
      host.err(
        lang === 'vi'
          ? 'Tệp kết quả đã ghi: mỗi người được tính lại theo phiên bản luật đã ghi.\n'
          : 'A file of results: each person is computed again under the law version recorded.\n',
      );
    return recorded;
  }
  if (flags.from === undefined && /^\.(?:ya?ml|json)$/i.test(extname(from))) return [personOfCase(from, host, options)];
  return peopleOfList(from, flags, host, options);
}

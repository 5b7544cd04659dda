import type { Words } from '../base/text.ts';
import type { CodeCount } from './codes.ts';
import type { Note } from './note.ts';

/** Values that mostly are the same for a whole list, by the fault of every row that lacks them. */
const FOR_ALL: Readonly<Record<string, Words & { readonly set: string }>> = {
  'reorganisation-missing': {
    set: 'leaving.reorganisation=01/03/2025',
    vi: 'Ngày văn bản sắp xếp có hiệu lực',
    en: 'the day the reorganisation took effect',
  },
};

/** One question for a list in which every row lacks the same value (một câu hỏi cho cả danh sách), with the option that gives it. */
export function askedForAll(codes: readonly CodeCount[], rows: number): Note[] {
  if (rows < 2) return [];
  return codes.flatMap(({ kind, code, rows: lacking }): Note[] => {
    const one = FOR_ALL[code];
    if (!one || kind !== 'fault' || lacking !== rows) return [];
    return [
      {
        code: 'every-row-lacks',
        vi: `Hàng nào cũng thiếu: ${one.vi}. Nếu cả danh sách có chung một giá trị, chạy lại với --set ${one.set} (thay bằng ngày đúng).`,
        en: `Every row lacks ${one.en}. Where one value counts for the whole list, run again with --set ${one.set} (with the right day).`,
      },
    ];
  });
}

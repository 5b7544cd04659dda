import type { Lang } from '../base/text.ts';
import type { Block, Letterhead } from '../explanation/document.ts';
import { COUNTRY, MOTTO } from '../explanation/layout/official-page.ts';
import type { Office } from './office.ts';

const DOTS = '…………………';

/** The head of a paper of an office; dots where the office says nothing, to be filled in by hand. */
export function letterhead(office: Office, lang: Lang): Letterhead {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const day = office.day ?? say('ngày … tháng … năm ……', 'date ……………');
  return {
    kind: 'letterhead',
    superior: office.superior ?? DOTS,
    agency: office.agency ?? DOTS,
    country: COUNTRY[lang],
    motto: MOTTO[lang],
    ...(office.number === undefined ? {} : { number: `${say('Số', 'No.')}: ${office.number}` }),
    place: `${office.place ?? '……………'}, ${day}`,
  };
}

/** The signatures of a paper: those of the office, else the usual three of a computation. */
export function signatures(office: Office, lang: Lang): Extract<Block, { kind: 'signatures' }> {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const signers = office.signers ?? [
    { title: say('Người lập', 'Prepared by') },
    { title: say('Người kiểm tra', 'Checked by') },
    { title: say('Thủ trưởng đơn vị', 'Head of the unit') },
  ];
  return {
    kind: 'signatures',
    signers: signers.map(({ title }) => title),
    hint: say('(Ký, ghi rõ họ tên)', '(Signature, full name)'),
    ...(signers.some(({ name }) => name !== undefined) ? { names: signers.map(({ name }) => name ?? '') } : {}),
  };
}

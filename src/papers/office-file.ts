import { parse, stringify } from 'yaml';
import { composed, type Lang } from '../base/text.ts';
import { officeSchema, type Office } from './office.ts';

/** Reads the data of an office (YAML), or tells every fault with the name of the file. */
export function parseOffice(text: string, file: string, lang: Lang): Office | readonly string[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  let data: unknown;
  try {
    data = parse(composed(text)) ?? {};
  } catch {
    return [`${file}: ${say('không phải YAML đọc được', 'is no readable YAML')}.`];
  }
  const read = officeSchema.safeParse(data);
  if (read.success) return read.data;
  const keys = Object.keys(officeSchema.shape).join(', ');
  const faults = read.error.issues.map((one) => {
    const place = one.path.map(String).join('.');
    if (one.code === 'unrecognized_keys')
      return say(
        `không có khóa ${one.keys.join(', ')}. Các khóa: ${keys}.`,
        `unknown key ${one.keys.join(', ')}. Keys: ${keys}.`,
      );
    return `${place}: ${say('phải là một dòng chữ (hoặc danh sách như ví dụ office.yaml)', 'must be a line of text (or a list as in the example office.yaml)')}.`;
  });
  return faults.map((fault) => `${file}: ${fault}`);
}

/** The data of an office as a file that {@link parseOffice} reads again. */
export function officeText(office: Office): string {
  return stringify(office);
}

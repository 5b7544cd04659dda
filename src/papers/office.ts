import * as z from 'zod';

/** An office's own data (cơ quan, người ký). */
export interface Office {
  readonly superior?: string;
  readonly agency?: string;
  readonly place?: string;
  readonly day?: string;
  readonly number?: string;
  readonly signers?: readonly { readonly title: string; readonly name?: string }[];
  readonly funding?: string;
  readonly chapter?: string;
  readonly recipients?: readonly string[];
}

const line = z.string().trim().min(1).max(300);

/** What an office writes on every paper of its own, given once (office.yaml). All of it may be left out. */
export const officeSchema: z.ZodType<Office> & { readonly shape: object } = z.strictObject({
  /** Cơ quan chủ quản: the agency above. */
  superior: line.exactOptional(),
  /** Cơ quan ban hành: who issues the papers. */
  agency: line.exactOptional(),
  /** Địa danh, before the day. */
  place: line.exactOptional(),
  /** The day of the papers as it is to be printed ("ngày 05 tháng 6 năm 2025"); dots where it is absent. */
  day: line.exactOptional(),
  /** Số, ký hiệu: the number of the papers; a slip for it where absent. */
  number: line.exactOptional(),
  /** Who signs, from left to right: title, and name where it is to be printed. */
  signers: z
    .array(z.strictObject({ title: line, name: line.exactOptional() }))
    .min(1)
    .max(4)
    .exactOptional(),
  /** Nguồn kinh phí: one of the sources that the rule files name (rules/papers/funding.yaml). */
  funding: line.exactOptional(),
  /** Chương của mục lục ngân sách. */
  chapter: line.exactOptional(),
  /** Nơi nhận, of decisions and submissions. */
  recipients: z.array(line).max(20).exactOptional(),
});

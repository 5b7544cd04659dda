import * as z from 'zod/mini';

/** An office's own data (cơ quan, người ký). */
export interface Office {
  readonly superior?: string | undefined;
  readonly agency?: string | undefined;
  readonly place?: string | undefined;
  readonly day?: string | undefined;
  readonly number?: string | undefined;
  readonly signers?: readonly { readonly title: string; readonly name?: string | undefined }[] | undefined;
  readonly funding?: string | undefined;
  readonly chapter?: string | undefined;
  readonly recipients?: readonly string[] | undefined;
}

const line = z.string().check(z.trim()).check(z.minLength(1)).check(z.maxLength(300));

/** What an office writes on every paper of its own, given once (office.yaml). All of it may be left out. */
export const officeSchema: z.ZodMiniType<Office> & { readonly shape: object } = z.strictObject({
  /** Cơ quan chủ quản: the agency above. */
  superior: z.exactOptional(line),
  /** Cơ quan ban hành: who issues the papers. */
  agency: z.exactOptional(line),
  /** Địa danh, before the day. */
  place: z.exactOptional(line),
  /** The day of the papers as it is to be printed ("ngày 05 tháng 6 năm 2025"); dots where it is absent. */
  day: z.exactOptional(line),
  /** Số, ký hiệu: the number of the papers; a slip for it where absent. */
  number: z.exactOptional(line),
  /** Who signs, from left to right: title, and name where it is to be printed. */
  signers: z.exactOptional(
    z
      .array(z.strictObject({ title: line, name: z.exactOptional(line) }))
      .check(z.minLength(1))
      .check(z.maxLength(4)),
  ),
  /** Nguồn kinh phí: one of the sources that the rule files name (rules/papers/funding.yaml). */
  funding: z.exactOptional(line),
  /** Chương của mục lục ngân sách. */
  chapter: z.exactOptional(line),
  /** Nơi nhận, of decisions and submissions. */
  recipients: z.exactOptional(z.array(line).check(z.maxLength(20))),
});

import type { Lang, Words } from '../../src/base/text.ts';

/** A call that is not answered: how HTTP says it, and why (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly words: Words,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(words.en);
  }

  /** The body: a problem of HTTP, with the way out in the language of the server. */
  body(lang: Lang): string {
    return JSON.stringify({ type: 'about:blank', status: this.status, title: this.words[lang] });
  }
}

export const NOT_FOUND: Words = {
  vi: 'Không có đường dẫn này. Danh mục: GET /openapi.json.',
  en: 'There is no such path. The list: GET /openapi.json.',
};
export const WRONG_METHOD: Words = {
  vi: 'Đường dẫn này không nhận phương thức đó.',
  en: 'The path does not take this method.',
};
export const WRONG_HOST: Words = {
  vi: 'Chỉ nhận lời gọi tới 127.0.0.1 hoặc localhost.',
  en: 'Only calls to 127.0.0.1 or localhost are taken.',
};
export const WRONG_ORIGIN: Words = {
  vi: 'Trang web này không được phép gọi. Cho phép bằng --origin khi khởi động.',
  en: 'This web page may not call. Allow it with --origin at the start.',
};
export const WRONG_TYPE: Words = {
  vi: 'Content-Type phải là application/json (POST /batch: application/x-ndjson), UTF-8.',
  en: 'Content-Type has to be application/json (POST /batch: application/x-ndjson), in UTF-8.',
};
export const TOO_LARGE: Words = { vi: 'Nội dung quá lớn.', en: 'The body is too large.' };
export const TOO_SLOW: Words = { vi: 'Nội dung gửi quá chậm.', en: 'The body came too slowly.' };
export const NOT_JSON: Words = { vi: 'Nội dung không phải JSON bằng UTF-8.', en: 'The body is no JSON in UTF-8.' };
export const EMPTY: Words = { vi: 'Nội dung rỗng.', en: 'The body is empty.' };
export const BUSY: Words = { vi: 'Máy chủ đang dừng.', en: 'The server is stopping.' };
export const INTERNAL: Words = {
  vi: 'Lỗi của chương trình. Báo cho nhóm phát triển.',
  en: 'A defect of the program. Report it.',
};

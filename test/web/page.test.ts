import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { makePage } from '../../web/make.mjs';

let html: string;
beforeAll(async () => {
  ({ html } = await makePage());
});

const MOST_BYTES = 1_600_000;
const MOST_PACKED = 450_000;

describe('the page as a file', () => {
  test('is small enough to be sent by mail and opened on an old machine', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
    expect(gzipSync(html, { level: 9 }).length).toBeLessThan(MOST_PACKED);
  });

  test('allows its own script and style alone, and no request', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const part = (tag: string): string => html.split(`<${tag}>`)[1]?.split(`</${tag}>`)[0] ?? '';
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(part('script'))}`,
      `style-src ${hash(part('style'))}`,
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(html).not.toContain('<!--');
  });

  test('holds no character that nobody sees', () => {
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/);
  });

  test('is made the same again', async () => {
    expect((await makePage()).html === html).toBe(true);
  });
});

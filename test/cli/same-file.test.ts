import { expect, test } from 'vitest';
import { isSame } from '../../cli/files/writer.ts';

test('a file is known by its number and its volume, where the system tells it', () => {
  const file = { ino: 7n, dev: 5n };
  expect(isSame(file, { ino: 7n, dev: 5n })).toBe(true);
  expect(isSame(file, { ino: 8n, dev: 5n })).toBe(false);
  expect(isSame(file, { ino: 7n, dev: 6n })).toBe(false);
  expect(isSame(file, { ino: 7n, dev: 0n })).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { parseCase } from '../../src/index.ts';
import { birthMonth } from '../../src/case/parse.ts';
import { LEAST, readLeast } from '../support/least-case.ts';

/** How the values of a case are read: every spelling that is taken, and what it becomes. */

describe('a decimal', () => {
  test.each([
    ['10000000', '10000000'],
    [' 007.50 ', '7.5'],
    ['4.00', '4'],
    ['0010', '10'],
    ['0.50', '0.5'],
    ['4.050', '4.05'],
    [1234567890.12345, '1234567890.12345'],
    [4.65, '4.65'],
    [1234567.125, '1234567.125'],
    [123456789012345, '123456789012345'],
    ['1234567890.12345', '1234567890.12345'],
  ])('%s is %s', (given, text) => {
    expect(readLeast({ salary: { monthly: given } }).salary).toEqual({ monthly: text });
  });

  test.each([
    ['1234567890.123456', 'out-of-range'],
    ['-0.5', 'negative'],
    ['1,5', 'not-a-decimal'],
    ['.5', 'not-a-decimal'],
    [0.1234567890123456, 'inexact-number'],
    [1e21, 'inexact-number'],
    [1.5e-7, 'inexact-number'],
    [2 ** 60, 'inexact-number'],
  ])('%s is refused: %s', (given, code) => {
    const found = parseCase({ ...LEAST, salary: { monthly: given } });
    expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual([code]);
  });
});

describe('a percentage', () => {
  test.each([
    ['25%', '25%'],
    [' 25 % ', '25%'],
    ['7.50%', '7.5%'],
    ['0.25', '25%'],
    [0.25, '25%'],
    ['0.125', '12.5%'],
    ['0.3', '30%'],
    ['0.05', '5%'],
    ['0.005', '0.5%'],
    ['1', '100%'],
    [1, '100%'],
    ['0', '0%'],
    ['130%', '130%'],
  ])('%s is %s', (given, text) => {
    expect(readLeast({ salary: { coefficient: '4', party: given } }).salary).toMatchObject({
      coefficient: '4',
      party: text,
    });
  });

  test.each([
    ['25', 'bare-percent'],
    ['1.5', 'bare-percent'],
    [25, 'bare-percent'],
    ['x%', 'not-a-percent'],
    ['%25', 'not-a-percent'],
    ['-5%', 'negative'],
    [0.1234567890123456, 'inexact-number'],
  ])('%s is refused: %s', (given, code) => {
    const found = parseCase({ ...LEAST, salary: { coefficient: '4', party: given } });
    expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual([code]);
  });
});

describe('a birth', () => {
  test.each([
    ['1970', '1970', 1970 * 12],
    [1970, '1970', 1970 * 12],
    ['1970-05', '1970-05', 1970 * 12 + 4],
    [' 1970-12-31 ', '1970-12-31', 1970 * 12 + 11],
    ['1900', '1900', 1900 * 12],
    ['1900-01', '1900-01', 1900 * 12],
  ])('%s is %s', (given, text, month) => {
    const { birth } = readLeast({ person: { birth: given } }).person;
    expect([birth, birthMonth(birth)]).toEqual([text, month]);
  });

  test.each(['1899', '1899-12', '70', '19700', '1970-13', '1970-02-30', '5/1970', '1970-5'])(
    '%s is refused',
    (given) => {
      const found = parseCase({ ...LEAST, person: { ...LEAST.person, birth: given } });
      expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual(['impossible-date']);
    },
  );
});

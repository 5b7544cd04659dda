import { describe, expect, test } from 'vitest';
import { batch, batchTable } from '../../src/batch.ts';
import { calculate, readJsonText } from '../../src/index.ts';

const PERSON = {
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65' },
};

describe('a batch in a program that does other things as well', () => {
  test('lets timers have their turn while rows are worked out', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 0);
    let lines = 0;
    for await (const line of batch(Array.from({ length: 400 }, () => PERSON))) lines += 'receipt' in line ? 1 : 0;
    clearInterval(timer);
    expect([lines, ticks > 0]).toEqual([400, true]);
  });

  test('stops between two rows with the reason of the signal', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    let lines = 0;
    const run = async (): Promise<void> => {
      for await (const line of batch(
        Array.from({ length: 400 }, () => PERSON),
        { signal: stop.signal },
      ))
        if ('receipt' in line && ++lines === 5) stop.abort(reason);
    };
    await expect(run()).rejects.toBe(reason);
    expect(lines).toBe(5);
    const heading = ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày nghỉ'];
    await expect(batchTable([heading, ['A', 'nam', '1966', 'x']], { signal: stop.signal })).rejects.toBe(reason);
  });
});

describe('many faults', () => {
  test('of unknown keys the first twenty are told, over all groups', () => {
    const many = (name: string): object => Object.fromEntries(Array.from({ length: 30 }, (_, at) => [name + at, 1]));
    const wrong = calculate({
      ...PERSON,
      ...many('a'),
      person: { ...PERSON.person, ...many('b') },
      salary: { ...PERSON.salary, ...many('c') },
    });
    expect(wrong.ok || wrong.issues.filter(({ code }) => code === 'unknown-key')).toHaveLength(20);
  });

  test('of unknown options the first twenty', () => {
    const wrong = calculate(PERSON, Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`o${at}`, 1])));
    expect(wrong.ok || wrong.issues).toHaveLength(20);
  });
});

describe('JSON that a program would read as something else', () => {
  test('is told: keys that stand twice, integers that would be rounded, keys of the machinery', () => {
    const read = (text: string): unknown => {
      const found = readJsonText(text, { lang: 'en' });
      return found.ok ? found.value : found.issues.map(({ code, path }) => [code, path]);
    };
    expect(read('{"salary":{"monthly":12000000,"monthly":13000000}}')).toEqual([['duplicate-key', 'salary.monthly']]);
    expect(read('{"salary":{"monthly":9007199254740993}}')).toEqual([['inexact-number', 'salary.monthly']]);
    expect(read('{"__proto__":{}}')).toEqual([['forbidden-key', '__proto__']]);
    expect(read('{"salary"')).toEqual([['syntax', '']]);
    expect(read('{"salary":{"monthly":9007199254740991}}')).toEqual({ salary: { monthly: 9007199254740991 } });
  });

  test('an integer beyond what a program holds exactly is an issue of the case as well', () => {
    const wrong = calculate({ ...PERSON, salary: { monthly: 2 ** 53 + 2 } });
    expect(wrong).toMatchObject({ ok: false, issues: [{ code: 'inexact-number', path: 'salary.monthly' }] });
  });
});

// Invented people for the benchmarks: the same ones on every run, from a counter and a small generator.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const GROUPS = ['civil-servant', 'public-employee', 'cadre', 'commune-civil-servant', 'contract-worker'];
const ROUTES = ['auto', 'early-retirement', 'auto', 'auto'];

/** A generator of whole numbers below a limit (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const two = (number) => String(number).padStart(2, '0');

/** One invented person as a case of the contract. */
export function person(index, roll) {
  const male = roll(2) === 0;
  const year = male ? 1964 + roll(10) : 1969 + roll(8);
  const step = roll(9);
  return {
    id: `P${index}`,
    person: {
      name: `Người ${index}`,
      sex: male ? 'male' : 'female',
      birth: `${year}-${two(1 + roll(12))}-${two(1 + roll(28))}`,
      group: GROUPS[roll(GROUPS.length)],
    },
    leaving: {
      route: ROUTES[roll(ROUTES.length)],
      date: `2025-${two(3 + roll(10))}-01`,
      reorganisation: `2025-${two(1 + roll(3))}-01`,
      impact: 'direct',
    },
    insurance: { years: 16 + roll(18), months: roll(12) },
    salary: {
      coefficient: (2.34 + step * 0.33).toFixed(2),
      positionAllowance: (roll(8) / 10).toFixed(1),
      overFrame: `${step === 8 ? roll(10) : 0}%`,
      publicService: '25%',
    },
  };
}

/** One invented person whose salary hardly anybody else has, and who leaves on any day. */
export function differentPerson(index, roll) {
  const one = person(index, roll);
  return {
    ...one,
    leaving: { ...one.leaving, date: `2025-${two(3 + roll(10))}-${two(1 + roll(28))}` },
    salary: {
      coefficient: ((186 + roll(700)) / 100).toFixed(2),
      positionAllowance: (roll(120) / 100).toFixed(2),
      overFrame: `${roll(25)}%`,
      publicService: '25%',
    },
  };
}

export const COLUMNS = [
  ['id', 'Mã hồ sơ'],
  ['person.name', 'Họ và tên'],
  ['person.sex', 'Giới tính'],
  ['person.birth', 'Ngày sinh'],
  ['person.group', 'Nhóm đối tượng'],
  ['leaving.route', 'Chính sách'],
  ['leaving.date', 'Ngày nghỉ'],
  ['leaving.reorganisation', 'Ngày sắp xếp'],
  ['leaving.impact', 'Tác động'],
  ['insurance.years', 'Số năm BHXH'],
  ['insurance.months', 'Số tháng BHXH'],
  ['salary.coefficient', 'Hệ số lương'],
  ['salary.positionAllowance', 'Phụ cấp chức vụ'],
  ['salary.overFrame', 'Thâm niên vượt khung'],
  ['salary.publicService', 'Phụ cấp công vụ'],
];

/** The value of a case under a dotted key. */
export function valueAt(one, key) {
  return key.split('.').reduce((at, name) => at?.[name], one);
}

/** Writes so many people to a CSV or NDJSON file. */
export async function writeText(path, format, count, make = person) {
  const out = createWriteStream(path);
  const roll = dice(178);
  if (format === 'csv') out.write([...COLUMNS.map(([key]) => key), 'Đơn vị'].join(',') + '\n');
  let text = '';
  for (let index = 0; index < count; index++) {
    const one = make(index, roll);
    text +=
      format === 'csv'
        ? [...COLUMNS.map(([key]) => valueAt(one, key)), `Sở ${index % 20}`].join(',') + '\n'
        : JSON.stringify(one) + '\n';
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

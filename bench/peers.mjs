// nd178 beside other engines and a workbook library, in one run; every result is checked before a number is printed.
// Usage: npm run build && npm ci --prefix bench/peers --ignore-scripts && node bench/peers.mjs [seconds]
import { createRequire } from 'node:module';
import { calculate } from '../dist/src/index.js';
import { dice, person } from './batch-data.mjs';
import { byHand, givenOf, jsonRules, publicodes, zen } from './peers-rules.mjs';
import { workbooks } from './peers-books.mjs';

const INSTALL = 'npm ci --prefix bench/peers --ignore-scripts';
const seconds = Number(process.argv[2] ?? 2);
const require = createRequire(new URL('./peers/package.json', import.meta.url));

function load(name) {
  try {
    return require(name);
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/**
 * People whom Điều 7 pays in the first 12 months, 24 to 120 months early, 20 years of service or more; before July 2025,
 * when another text of the third line came, and before Decree 154, which would pay some of them more.
 */
function population() {
  const roll = dice(178);
  const found = [];
  for (let index = 0; found.length < 1000; index++) {
    const one = person(index, roll);
    const checked = calculate(one, { scheme: 'nd178' });
    if (!checked.ok || checked.value.route !== 'early-retirement' || one.leaving.date > '2025-06-15') continue;
    const { measures, total } = checked.value;
    const { window, monthsEarly, serviceYears } = measures;
    if (window === 'first-12-months' && monthsEarly >= 24 && monthsEarly <= 120 && Number(serviceYears) >= 20)
      found.push({ one, given: givenOf(checked.value), total });
  }
  return found;
}

/** How many of the people get the amount of the law. */
async function agreeing(people, run) {
  let same = 0;
  for (const each of people) if ((await run(each)) === each.total) same++;
  return same;
}

async function rate(name, people, run) {
  const same = await agreeing(people, run);
  if (same === 0) throw new Error(`${name}: no amount agrees`);
  const slices = [];
  const until = performance.now() + seconds * 1000;
  for (let at = 0; performance.now() < until; at += 100) {
    const begin = performance.now();
    for (let k = 0; k < 100; k++) {
      const got = run(people[(at + k) % people.length]);
      if (got instanceof Promise) await got;
    }
    slices.push(100_000 / (performance.now() - begin));
  }
  const best = Math.max(...slices);
  console.log(
    `${name.padEnd(56)} ${Math.round(best).toLocaleString('en').padStart(9)} cases/s best   ${same} of ${people.length} amounts right`,
  );
  return best;
}

const people = population();
const peers = [
  ['@gorules/zen-engine', 'zen-engine, three lines, with its trace', zen],
  ['json-rules-engine', 'json-rules-engine, rates only; amounts in binary numbers', jsonRules],
  ['publicodes', 'publicodes, three lines', publicodes],
];
console.log('The three lines of Điều 7, from salary and months that nd178 has worked out:');
await rate('decimal.js by hand', people, ({ given }) => byHand(given));
for (const [name, title, make] of peers) {
  const module = load(name);
  if (!module) console.log(`${title.padEnd(56)} not installed: ${INSTALL}`);
  else {
    const run = make(module);
    await rate(title, people, ({ given }) => run(given));
  }
}
console.log('\nThe same people from the start: validation, ages, salary, window, every rule, trace:');
await rate('nd178, scheme named', people, ({ one }) => calculated(one, { scheme: 'nd178' }));
await rate('nd178, scheme to be found', people, ({ one }) => calculated(one, {}));

function calculated(one, options) {
  const checked = calculate(one, options);
  return checked.ok ? checked.value.total : '';
}

console.log('\nA workbook of 20,000 rows and 16 columns:');
const exceljs = load('exceljs');
if (exceljs) await workbooks(exceljs);
else console.log(`exceljs not installed: ${INSTALL}`);

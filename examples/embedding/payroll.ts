// TypeScript, strict: one person, many people, a record replayed, own rule files checked.
import { calculate, recordOf, type CalculateOptions, type Result } from 'nd178';
import { batch, type BatchLine } from 'nd178/batch';
import { readRecord, replay } from 'nd178/records';
import { builtinLaw, checkScheme, loadLaw } from 'nd178/rules';

const person = {
  id: 'C',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22, months: 0 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

const options: CalculateOptions = { lang: 'en' };
const checked = calculate(person, options);
if (!checked.ok) throw new Error(checked.issues.map((issue) => `${issue.path}: ${issue.message}`).join('\n'));
const result: Result = checked.value;
console.log(result.id, result.outcome, result.total, result.law.version);

// What is stored: the result with its receipt. Anyone can replay it later.
const stored = JSON.stringify(recordOf(result));
const read = readRecord(JSON.parse(stored));
console.log('receipt', read.ok && read.value.faults.length === 0, replay(JSON.parse(stored), 1).status);

// Many people: one line for each, in order; a faulty one is a refusal and does not stop the run.
const lines: BatchLine[] = [];
for await (const line of batch([person, { ...person, id: 'D', salary: {} }], options)) lines.push(line);
console.log(lines.map((line) => ('receipt' in line ? line.total : line.issues[0]?.code)).join(' '));

// Own rule files over the built-in ones: text in, law out.
const loaded = loadLaw([], { lang: 'en' });
console.log(
  'rules',
  loaded.ok && checkScheme(loaded.value.law, 'nd178').length,
  builtinLaw().versions('nd178').length > 0,
);

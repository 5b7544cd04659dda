import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * Compares the mutants of `src` that survived (reports/mutation/src.json, or the reports named) with those listed with
 * a reason in survivors-src.yaml: one that is not listed is a failure, one that is listed and was killed is told.
 * With `--list` every survivor is printed as the list wants it.
 */

const LONG = 60;

function short(text) {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > LONG ? `${flat.slice(0, LONG - 1)}…` : flat;
}

/** A mutant as its file and the line it changes, the change in the place where it stands. */
function nameOf(file, source, { location: { start, end }, replacement }) {
  const lines = source.split('\n');
  const before = lines[start.line - 1].slice(0, start.column - 1);
  const after = lines[end.line - 1].slice(end.column - 1);
  const rows = lines.slice(start.line - 1, end.line);
  rows[rows.length - 1] = rows[rows.length - 1].slice(0, end.column - 1);
  rows[0] = rows[0].slice(start.column - 1);
  const [was, is] = [short(rows.join('\n')), short(replacement ?? '')];
  return `${file}: ${before.trimStart()}⟦${was} → ${is}⟧${after.trimEnd()}`;
}

/** The mutants of a report, by their place. */
function mutantsOf(report) {
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => {
      const { start, end } = mutant.location;
      const place = [file, start.line, start.column, end.line, end.column, mutant.replacement].join(' ');
      return [place, { file, name: nameOf(file, source, mutant), status: mutant.status }];
    }),
  );
}

const args = process.argv.slice(2);
const reports = args.filter((one) => !one.startsWith('--'));
// A later report of the same mutants replaces an earlier one.
const read = (reports.length > 0 ? reports : ['reports/mutation/src.json']).flatMap(mutantsOf);
const mutants = [...new Map(read).values()];
const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
const groups = parse(readFileSync(new URL('survivors-src.yaml', import.meta.url), 'utf8')) ?? [];
const listed = new Set(groups.flatMap((group) => group.mutants));
const unlisted = survivors.filter(({ name }) => !listed.has(name));
const alive = new Set(survivors.map(({ name }) => name));
const gone = [...listed].filter((name) => mutants.some((one) => one.name === name) && !alive.has(name));

const byFile = new Map();
for (const { file, status } of mutants) {
  const counts = byFile.get(file) ?? { all: 0, alive: 0 };
  const lives = status === 'Survived' || status === 'NoCoverage';
  byFile.set(file, { all: counts.all + 1, alive: counts.alive + (lives ? 1 : 0) });
}
for (const [file, { all, alive: left }] of byFile) {
  console.log(`${file}: ${all} mutants, ${all - left} noticed, ${left} survived`);
}
console.log(`together: ${mutants.length} mutants, ${mutants.length - survivors.length} noticed`);
for (const { name } of args.includes('--list') ? survivors : unlisted) console.log(`- '${name.replaceAll("'", "''")}'`);
for (const name of gone) console.log(`listed, but noticed now: ${name}`);
if (unlisted.length > 0) {
  console.log(`${unlisted.length} survivors without a reason in survivors-src.yaml`);
  process.exitCode = 1;
}

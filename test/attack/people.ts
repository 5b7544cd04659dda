import { writeFileSync } from 'node:fs';

const HEAD =
  'id,person.sex,person.birth,person.group,leaving.route,leaving.date,leaving.reorganisation,insurance.years,salary.monthly,note\n';

/** A table of invented people; every seventh row is refused. `long`: the length of the note of a row. */
export function writePeople(path: string, rows: number, long: (row: number) => number = () => 5): void {
  const lines = Array.from({ length: rows }, (_, at) => {
    const date = at % 7 === 6 ? '2025-02-31' : '2025-05-01';
    return `P${at},male,1966-01-15,civil-servant,auto,${date},2025-03-01,${20 + (at % 9)},${15_000_000 + at},"${'ữ'.repeat(long(at))}"\n`;
  });
  writeFileSync(path, HEAD + lines.join(''));
}

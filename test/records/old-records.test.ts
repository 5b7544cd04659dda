import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replay } from '../../src/records/replay.ts';
import { ReplayTally } from '../../src/records/tally.ts';

/** Records that version 0.1.0 wrote: two civil servants, an officer with per cents on his seniority, a coefficient of 465. */
const records = readFileSync(new URL('records-0.1.0.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n');

describe('records of 0.1.0', () => {
  const replayed = records.map((text, at) => replay(JSON.parse(text), at + 1));

  it('are told as results under another text of the law, never as altered', () => {
    expect(replayed.map(({ status, causes }) => [status, causes])).toEqual(
      records.map(() => ['different', ['law-altered']]),
    );
  });

  it('give the same money but where the law was corrected', () => {
    // The officer's per cent of public service stands on the salary alone now: 9 months of 1,404,000.
    expect(replayed.map(({ difference = '0' }) => difference)).toEqual(['0', '0', '12636000', '0']);
    const tally = new ReplayTally();
    for (const one of replayed) tally.add(one);
    expect(tally.summary()).toMatchObject({ records: 4, same: 0, different: 4, sameMoney: 3, unreadable: 0 });
  });

  it('tell the acts that came to the basis, each once', () => {
    const acts = replayed[0]?.differences.filter(({ kind }) => kind === 'provision');
    expect(acts).toEqual([
      {
        kind: 'provision',
        what: 'law.acts',
        recorded: null,
        computed: 'luat-sq-2008, luat-cand-2023, nd-57-2023, luat-cand-2018, nd-34-2012, tt-24-2012-bca',
      },
    ]);
  });
});

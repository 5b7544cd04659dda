import { describe, expect, it } from 'vitest';
import { builtinLaw } from '../../src/law/builtin.ts';
import { FINDINGS } from '../../src/messages/findings.ts';
import { ISSUES } from '../../src/messages/issues.ts';
import { CODE_TITLES } from '../../src/messages/titles.ts';
import { codeTitle } from '../../src/table/code-title.ts';
import { TABLE_ISSUES } from '../../src/table/messages.ts';
import { lawCodes } from '../support/code-table.ts';

const law = builtinLaw();
const ofEngine = new Set([ISSUES, FINDINGS, TABLE_ISSUES].flatMap((messages) => Object.keys(messages)));
const ofLaw = new Set(lawCodes(law).map(({ code }) => code));

describe('the words of the codes', () => {
  it('are there for every code of the engine, and for no other', () => {
    expect(new Set(Object.keys(CODE_TITLES))).toEqual(new Set([...ofEngine, 'syntax']));
  });

  it.each(['vi', 'en'] as const)('tell each code by a short name of its own (%s)', (lang) => {
    const titles = Object.values(CODE_TITLES).map((words) => words[lang]);
    expect(titles.filter((title) => title.length > 60 || /[{}[\]".]/.test(title))).toEqual([]);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it('are taken from the rule files for the codes of the law', () => {
    const untold = [...ofLaw].filter((code) => {
      const title = codeTitle(law, code);
      return !title || /[{}[\]]/.test(title.vi + title.en) || title.vi === '' || title.en === '';
    });
    expect([ofLaw.size > 50, untold]).toEqual([true, []]);
    expect(codeTitle(law, 'too-far-to-wait')?.en).toBe(
      'With 24 months or more to the retirement age the waiting regime is not open',
    );
    expect(codeTitle(law, 'no-such-code')).toBeUndefined();
  });
});

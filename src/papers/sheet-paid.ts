import { decimalText } from '../base/decimal.ts';
import { amountInWords } from '../explanation/amount-in-words.ts';
import { lineFormula, lineName } from '../explanation/benefit-steps.ts';
import { narrowest, officialPlace } from '../law/citation.ts';
import type { Cite } from '../law/version.ts';
import { actTitle, basisOf, nameOf, type Context } from '../explanation/context.ts';
import type { Block, Tone } from '../explanation/document.ts';
import { formatMoney } from '../explanation/format.ts';
import { wordLabel } from '../explanation/labels.ts';
import { subjectRemedies } from '../explanation/law-steps.ts';
import { obstacles } from '../explanation/remedies.ts';
import { capital } from '../explanation/steps.ts';

/** Where the lines stand in the law, in the order of papers; the act stands in the heading where it is the same for all. */
function lineBases({ law, lang, derivation, say }: Context): {
  readonly title: string;
  readonly texts: readonly string[];
} {
  const cites = derivation.lines.map((line) => narrowest(line.cites));
  const acts = new Set(cites.flat().map(({ act }) => act));
  const [first = ''] = acts;
  const place = ({ act, at }: Cite): string => {
    const title = actTitle(law, act, lang);
    if (at.includes(title) || title.startsWith(at)) return title;
    return acts.size === 1 ? officialPlace(at, lang) : `${officialPlace(at, lang)} ${say('', 'of ')}${title}`;
  };
  return {
    title: say('Căn cứ', 'Basis') + (acts.size === 1 ? ` (${actTitle(law, first, lang)})` : ''),
    texts: cites.map((one) => [...new Set(one.map(place))].join('; ')),
  };
}

/** The lines that are paid with their sum, or why nothing is. */
export function paidBlocks(context: Context): Block[] {
  const { derivation, topUp, raise, lang, say } = context;
  const bases = lineBases(context);
  const { lines, total, outcome } = derivation;
  const words = amountInWords(decimalText(total), lang);
  const tone: Tone = outcome === 'refused' ? 'error' : 'warning';
  if (outcome !== 'paid')
    return [{ kind: 'text', text: `${capital(wordLabel('outcome', outcome, lang))}.`, tone }, ...reasonBlocks(context)];
  return [
    {
      kind: 'table',
      columns: [
        { title: say('Khoản', 'Line'), align: 'left' },
        { title: say('Cách tính', 'Computation'), align: 'left' },
        { title: say('Số tiền', 'Amount'), align: 'right' },
        { title: bases.title, align: 'left' },
      ],
      rows: lines.map((line, at) => [
        lineName(context, line),
        lineFormula(context, line),
        formatMoney(line.amount, lang),
        bases.texts[at] ?? '',
      ]),
      foot: [say('Tổng cộng', 'Total'), '', formatMoney(total, lang), ''],
    },
    ...(words === undefined
      ? []
      : [{ kind: 'text', text: `${say('Bằng chữ', 'In words')}: ${words}.`, tone: 'strong' } as const]),
    ...(topUp === undefined
      ? []
      : [
          {
            kind: 'text',
            text: `${say('Cấp bù', 'Top-up')}: ${formatMoney(topUp.amount, lang)}.`,
            tone: 'strong',
          } as const,
        ]),
    ...(raise === undefined
      ? []
      : [
          {
            kind: 'text',
            text: `${say('Còn được cấp bù', 'Still due')}: ${formatMoney(raise.due, lang)}.`,
            tone: 'strong',
          } as const,
        ]),
  ];
}

/** Why nothing is paid, and what would change it. */
function reasonBlocks(context: Context): Block[] {
  const items = obstacles(context).map(({ text, remedies, rule }) => {
    const basis = basisOf(context.law, rule.cites, context.lang).map((one) => one.text);
    return { text: `${text} (${basis.join('; ')})${remedies.map((remedy) => ` ${remedy}`).join('')}` };
  });
  const all = context.derivation.subject ? items : [...subjectRemedies(context).map((text) => ({ text })), ...items];
  return all.length === 0 ? [] : [{ kind: 'list', items: all }];
}

/** What the law declares not due (khoản không có). */
export function emptyBlocks(context: Context): Block[] {
  const { derivation, lang, say, law } = context;
  const items = derivation.empties.map((line) => {
    const basis = basisOf(law, line.rule.cites, lang).map((one) => one.text);
    const name = nameOf(context, 'benefit', line.benefit);
    return { text: `${name}: ${line.rule.provision.message[lang]} (${basis.join('; ')})` };
  });
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: say('Khoản không có', 'Lines not due') },
        { kind: 'list', items },
      ];
}

import { Decimal, decimalText } from '../base/decimal.ts';
import type { TouchedQuestion } from '../engine/derivation.ts';
import { amountInWords } from './amount-in-words.ts';
import { lineFormula, lineName } from './benefit-steps.ts';
import { basisOf, nameOf, type Context } from './context.ts';
import type { Block, Tone } from './document.ts';
import { formatDifference, formatMoney, formatNumber, readable } from './format.ts';
import { wordLabel } from './labels.ts';
import { subjectRemedies } from './law-steps.ts';
import { obstacles } from './remedies.ts';
import { capital } from './steps.ts';

/** The lines that are paid with their sum, or why nothing is. */
export function paidBlocks(context: Context): Block[] {
  const { derivation, topUp, raise, lang, say, law } = context;
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
        { title: say('Số tháng', 'Months'), align: 'right' },
        { title: say('Số tiền', 'Amount'), align: 'right' },
        { title: say('Căn cứ', 'Basis'), align: 'left' },
      ],
      rows: lines.map((line) => [
        lineName(context, line),
        lineFormula(context, line),
        line.row.provision.base === 'dong' ? '' : formatNumber(line.months, lang),
        formatMoney(line.amount, lang),
        basisOf(law, line.cites, lang)
          .map((basis) => basis.text)
          .join('; '),
      ]),
      foot: [say('Tổng cộng', 'Total'), '', '', formatMoney(total, lang), ''],
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

/** What is declared not due, the findings, and the open questions, each under its heading. */
export function remarkBlocks(context: Context): Block[] {
  const { derivation, lang, say, law, interpretations } = context;
  const empties = derivation.empties.map((line) => ({
    text: `${nameOf(context, 'benefit', line.benefit)}: ${line.rule.provision.message[lang]} (${basisOf(
      law,
      line.rule.cites,
      lang,
    )
      .map((one) => one.text)
      .join('; ')})`,
  }));
  const told = new Set(derivation.outcome === 'paid' ? [] : obstacles(context).map((one) => one.code));
  const left = derivation.findings.filter((found) => !told.has(found.code));
  const items = left.map(({ severity, words, cites }) => {
    const basis = basisOf(law, cites, lang).map((one) => one.text);
    const label = severity === 'warning' ? '' : `${wordLabel('severity', severity, lang)}: `;
    const text = `${label}${readable(words[lang], lang)}${basis.length > 0 ? ` (${basis.join('; ')})` : ''}`;
    return { text, tone: severity === 'info' ? ('plain' as const) : severity };
  });
  const checks = items.filter(({ tone }) => tone === 'warning');
  const others = items.filter(({ tone }) => tone !== 'warning');
  const open = interpretations.map((one) => ({ text: interpretationText(context, one) }));
  const block = (title: string, items: readonly { text: string; tone?: Tone }[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: title },
          { kind: 'list', items },
        ];
  return [
    ...block(say('Khoản không có', 'Lines not due'), empties),
    ...block(say('Cần kiểm tra trước khi ký', 'To check before signing'), checks),
    ...block(say('Lưu ý', 'Findings'), others),
    ...block(say('Vấn đề còn cách hiểu khác nhau', 'Open legal questions'), open),
  ];
}

function interpretationText({ derivation, lang, say }: Context, { id, chosen, alternatives }: TouchedQuestion): string {
  const rule = derivation.law.interpretation(id);
  const option = (name: string): string => {
    const title = rule?.provision.options.find((one) => one.option === name)?.title[lang];
    return title === undefined ? name : `${title} (${id}=${name})`;
  };
  const others = alternatives.map((other) => {
    const difference = formatDifference(new Decimal(other.total).minus(derivation.total), lang);
    return `${option(other.option)}: ${formatMoney(other.total, lang)} (${difference})`;
  });
  const question = rule?.provision.question[lang] ?? id;
  return `${question} ${say('Đã tính theo', 'Computed as')}: ${option(chosen)}. ${say('Cách khác', 'Otherwise')}: ${others.join('; ')}.`;
}

import { Decimal } from '../base/decimal.ts';
import type { TouchedQuestion } from '../engine/derivation.ts';
import type { Receipt } from '../engine/receipt.ts';
import { actTitle, basisOf, reachText, type Context } from '../explanation/context.ts';
import type { Block, Pair, Tone } from '../explanation/document.ts';
import { formatDifference, formatMoney, readable } from '../explanation/format.ts';
import { wordLabel } from '../explanation/labels.ts';
import { citesOf } from './legal-basis.ts';
import { obstacles } from '../explanation/remedies.ts';
import { pensionBlocks, schemeBlocks } from '../explanation/scheme-steps.ts';

/**
 * The page for the office, not for the dossier (trang kiểm tra nội bộ): what to check before signing, open questions
 * and what each other reading would pay, the schemes considered, how well the law is known, version and receipt.
 */
export function internalPage(context: Context, receipt: Receipt): Block[] {
  const { say } = context;
  return [
    { kind: 'page', text: say('Trang kiểm tra nội bộ', 'Page for internal checks') },
    {
      kind: 'text',
      text: say('Dùng trong cơ quan, không đưa vào hồ sơ chi trả.', 'For the office; no part of the dossier.'),
      tone: 'muted',
    },
    ...findingBlocks(context),
    ...questionBlocks(context),
    ...schemeBlocks(context),
    ...pensionBlocks(context),
    ...certaintyBlocks(context),
    { kind: 'heading', level: 2, text: say('Phiên bản luật và biên nhận', 'Law version and receipt') },
    { kind: 'pairs', rows: lawRows(context, receipt) },
  ];
}

function block(title: string, items: readonly { text: string; tone?: Tone }[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: title },
        { kind: 'list', items },
      ];
}

/** What the reader must check before signing, and what he should know. */
function findingBlocks(context: Context): Block[] {
  const { derivation, lang, say, law } = context;
  const obstacleCodes = new Set(derivation.outcome === 'paid' ? [] : obstacles(context).map((one) => one.code));
  const left = derivation.findings.filter((found) => !obstacleCodes.has(found.code));
  const items = left.map(({ severity, words, cites }) => {
    const basis = basisOf(law, cites, lang).map((one) => one.text);
    const label = severity === 'warning' ? '' : `${wordLabel('severity', severity, lang)}: `;
    const text = `${label}${readable(words[lang], lang)}${basis.length > 0 ? ` (${basis.join('; ')})` : ''}`;
    return { text, tone: severity === 'info' ? ('plain' as const) : severity };
  });
  return [
    ...block(
      say('Cần kiểm tra trước khi ký', 'To check before signing'),
      items.filter(({ tone }) => tone === 'warning'),
    ),
    ...block(
      say('Lưu ý', 'Findings'),
      items.filter(({ tone }) => tone !== 'warning'),
    ),
  ];
}

function questionBlocks(context: Context): Block[] {
  const { interpretations, say } = context;
  return block(
    say('Vấn đề còn cách hiểu khác nhau', 'Open legal questions'),
    interpretations.map((one) => ({ text: questionText(context, one) })),
  );
}

function questionText({ derivation, lang, say }: Context, { id, chosen, alternatives }: TouchedQuestion): string {
  const rule = derivation.law.interpretation(id);
  const option = (name: string): string =>
    rule?.provision.options.find((one) => one.option === name)?.title[lang] ?? name;
  const others = alternatives.map((other) => {
    const difference = formatDifference(new Decimal(other.total).minus(derivation.total), lang);
    const choice = say(`chọn bằng --interpret ${id}=${other.option}`, `choose with --interpret ${id}=${other.option}`);
    return `${option(other.option)}: ${formatMoney(other.total, lang)} (${difference}; ${choice})`;
  });
  const question = rule?.provision.question[lang] ?? id;
  return `${question} ${say('Đã tính theo', 'Computed as')}: ${option(chosen)}. ${say('Cách khác', 'Otherwise')}: ${others.join('; ')}.`;
}

/** The places of the law of this person whose wording is known less than by the act itself. */
function certaintyBlocks(context: Context): Block[] {
  const { law, lang, say } = context;
  const doubtful = citesOf(context).filter(({ certainty }) => certainty !== undefined);
  const items = basisOf(law, doubtful, lang).map(({ text }) => ({ text }));
  return block(say('Căn cứ có mức chắc chắn thấp hơn', 'Legal basis known less surely'), items);
}

function lawRows(context: Context, { engine, input, output }: Receipt): Pair[] {
  const { derivation, law, lang, say } = context;
  const { scheme, date, acts, hash } = derivation.law;
  const reach = reachText(law, lang);
  return [
    { label: say('Phiên bản luật', 'Law version'), value: `${scheme}@${date}` },
    ...(reach === undefined ? [] : [{ label: say('Phạm vi đã rà soát', 'Reach'), value: reach }]),
    {
      label: say('Văn bản tạo nên phiên bản', 'Acts of the version'),
      value: acts.map((act) => actTitle(law, act, lang)).join('; '),
    },
    { label: say('Mã nội dung luật', 'Law hash'), value: hash },
    { label: say('Mã dữ liệu vào', 'Input hash'), value: input },
    { label: say('Mã kết quả', 'Result hash'), value: output },
    { label: say('Phần mềm', 'Program'), value: `nd178 ${engine}` },
  ];
}

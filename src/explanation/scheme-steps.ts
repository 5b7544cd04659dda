import type { Candidate, PensionInformation } from '../engine/derivation.ts';
import { basisOf, type Context } from './context.ts';
import type { Block } from './document.ts';
import { formatCount, formatDate, formatMoney, formatNumber, readable } from './format.ts';
import { wordLabel } from './labels.ts';
import { section, type Section, type Step } from './steps.ts';

/** The schemes looked at for a case that names none, and why each was chosen or not. */
export function schemesSection(context: Context): Section {
  return section(
    context,
    'schemes',
    (context.candidates ?? []).map((one) => candidateStep(context, one)),
  );
}

function candidateStep({ lang, law }: Context, one: Candidate): Step {
  const { scheme, title, status, reason } = one;
  return {
    label: `${title[lang]} (${scheme})`,
    text: `${wordLabel('candidate', status, lang)}: ${reasonText(one, lang)}`,
    ...(status === 'chosen' ? { held: true } : {}),
    notes: [],
    basis: basisOf(law, reason.cites, lang),
  };
}

function reasonText({ reason }: Candidate, lang: Context['lang']): string {
  return readable(reason.words[lang], lang);
}

/** For the sheet: the schemes that came into question beside the one chosen; nothing where there was no question. */
export function schemeBlocks({ candidates = [], lang, say }: Context): Block[] {
  const chosen = candidates.findIndex(({ status }) => status === 'chosen');
  const inQuestion = candidates.filter(({ status }, rank) =>
    status === 'yields' ? rank < chosen : ['less', 'nothing', 'refused'].includes(status),
  );
  const [first] = candidates.filter(({ status }) => status === 'chosen');
  if (!first || inQuestion.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say('Chế độ đã xét', 'Schemes considered') },
    {
      kind: 'list',
      items: [first, ...inQuestion].map((one) => ({
        text: `${one.title[lang]}: ${wordLabel('candidate', one.status, lang)}, ${reasonText(one, lang)}`,
      })),
    },
  ];
}

/** The pension, for information, apart from what is settled. */
export function pensionSection(context: Context): Section {
  const { pension } = context;
  return section(
    context,
    'pension',
    pension ? pensionRows(context, pension).map((row) => stepOf(context, pension, row)) : [],
  );
}

/** The pension for the sheet. */
export function pensionBlocks(context: Context): Block[] {
  const { pension, say } = context;
  if (!pension) return [];
  return [
    {
      kind: 'heading',
      level: 2,
      text: say(
        'Lương hưu (để tham khảo, không thuộc số tiền trên)',
        'Pension (for information, no part of the above)',
      ),
    },
    { kind: 'pairs', rows: pensionRows(context, pension) },
  ];
}

type Row = { readonly label: string; readonly value: string };

function stepOf({ law, lang }: Context, pension: PensionInformation, { label, value }: Row): Step {
  return { label, text: value, notes: [], basis: basisOf(law, pension.cite, lang) };
}

function pensionRows({ lang, say }: Context, pension: PensionInformation): Row[] {
  const { years, rate, cutRate, monthly, oneOff, version } = pension;
  const percent = (text: string): string => `${formatNumber(text.slice(0, -1), lang)} %`;
  const months =
    oneOff && `${formatNumber(oneOff.months, lang)} ${say('tháng lương bình quân', 'months of average salary')}`;
  const rows: (Row | undefined)[] = [
    { label: say('Luật áp dụng từ', 'Law in force since'), value: formatDate(version, lang) },
    { label: say('Số năm đóng BHXH', 'Insurance years'), value: formatCount(years, 'year', lang) },
    { label: say('Tỷ lệ hưởng, không trừ do nghỉ sớm', 'Rate, not cut for leaving early'), value: percent(rate) },
    cutRate === undefined
      ? undefined
      : { label: say('Tỷ lệ nếu bị trừ', 'Rate if it were cut'), value: percent(cutRate) },
    monthly === undefined
      ? undefined
      : { label: say('Lương hưu hằng tháng', 'Monthly pension'), value: formatMoney(monthly, lang) },
    months === undefined
      ? undefined
      : {
          label: say('Trợ cấp một lần cho năm đóng vượt', 'One-off for surplus years'),
          value: oneOff?.amount === undefined ? months : `${months} = ${formatMoney(oneOff.amount, lang)}`,
        },
  ];
  return rows.filter((row) => row !== undefined);
}

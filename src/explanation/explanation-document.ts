import type { Lang } from '../base/text.ts';
import type { Block, Document } from './document.ts';
import type { Explanation } from './explanation.ts';
import { capital, type Section, type Step } from './steps.ts';

/** Lays an explanation out as a document: numbered sections, the total last. */
export function explanationDocument(explanation: Explanation, lang: Lang): Document {
  const title = lang === 'vi' ? 'Diễn giải cách tính' : 'How the result came about';
  const { id, name, outcome, outcomeText, totalText, totalInWords } = explanation;
  const who = [id, name].filter((text) => text !== undefined).join(' · ');
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    ...(who === '' ? [] : [{ kind: 'text', text: who, tone: 'strong' } as const]),
    ...explanation.sections.flatMap(sectionBlocks),
    { kind: 'heading', level: 2, text: lang === 'vi' ? 'Kết quả' : 'Result' },
    {
      kind: 'text',
      text: `${capital(outcomeText)}: ${totalText}`,
      tone: outcome === 'paid' ? 'good' : outcome === 'nothing' ? 'warning' : 'error',
    },
    ...(totalInWords === undefined
      ? []
      : [{ kind: 'text', text: `${lang === 'vi' ? 'Bằng chữ' : 'In words'}: ${totalInWords}.` } as const]),
    ...(explanation.topUp === undefined
      ? []
      : [{ kind: 'text', text: `${lang === 'vi' ? 'Cấp bù' : 'Top-up'}: ${explanation.topUp.text}` } as const]),
    ...(explanation.due === undefined
      ? []
      : [
          {
            kind: 'text',
            text: `${lang === 'vi' ? 'Còn được cấp bù' : 'Still due'}: ${explanation.due.text}`,
          } as const,
        ]),
  ];
  return { lang, title, blocks };
}

function sectionBlocks({ title, steps }: Section, index: number): Block[] {
  return [
    { kind: 'heading', level: 2, text: `${index + 1}. ${title}` },
    { kind: 'steps', steps: steps.map(stepOf) },
  ];
}

function stepOf({
  label,
  text,
  held,
  notes,
  remedies = [],
  basis,
}: Step): Extract<Block, { kind: 'steps' }>['steps'][number] {
  return { label, text, ...(held === undefined ? {} : { held }), notes, remedies, basis: basis.map((one) => one.text) };
}

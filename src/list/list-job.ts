import { Spelling } from '../case/spelling/spelling.ts';
import { DEFAULT_SCHEME } from '../engine/calculate.ts';
import { vocabularyOf } from '../engine/vocabulary.ts';
import type { Law } from '../law/law.ts';
import type { BatchPlan, Format } from '../table/batch-plan.ts';
import type { GivenValue } from '../table/table-header.ts';
import { dittoOf } from '../table/ditto.ts';
import { benefitsOf, outputHeadings } from '../table/layout.ts';
import type { InputBytes } from '../table/bytes.ts';
import type { Source, SourceOptions } from './input.ts';
import { openSource } from './source.ts';

/** What a run over a list needs to know beyond its source. */
export interface ListOptions extends Omit<SourceOptions, 'isOutput' | 'spelling' | 'ditto'> {
  readonly law: Law;
  readonly to: Format;
  /** The options of the core; the scheme, where one is named. */
  readonly core: Omit<BatchPlan['core'], 'scheme' | 'lang'> & { readonly scheme?: string };
  /** The folder of own rule files. */
  readonly rules?: string;
  /** Whether the records are chained. */
  readonly chain?: boolean;
}

/** A list that has been recognised, and how it is worked out. */
export interface ListJob {
  readonly source: Source;
  readonly plan: BatchPlan;
}

/** How the values of a list are spelled under the options. */
export function listSpelling(law: Law, scheme: string = DEFAULT_SCHEME): Spelling {
  return new Spelling(vocabularyOf(law, scheme));
}

/** Recognises a list and plans its run. Throws `FileRefused` for a file that cannot be read as one. */
export async function openList(input: InputBytes, options: ListOptions): Promise<ListJob> {
  const { law, to, core, rules, chain, ...reading } = options;
  const scheme = core.scheme ?? DEFAULT_SCHEME;
  const source = await openSource(input, {
    ...reading,
    isOutput: outputHeadings(benefitsOf(law, scheme)),
    spelling: listSpelling(law, scheme),
    ...dittoOf(law),
  });
  const plan: BatchPlan = {
    from: reading.format,
    to,
    place: source.place,
    core: { ...core, scheme, lang: reading.lang },
    ...planned(source, reading.given ?? []),
    ...(rules === undefined ? {} : { rules }),
    ...(chain === true ? { chain: true } : {}),
  };
  return { source, plan };
}

/** What of a source the plan of a run holds. */
function planned({ header, sheets, told = [], separator }: Source, given: readonly GivenValue[]): Partial<BatchPlan> {
  return {
    ...(header ? { header } : given.length > 0 ? { given } : {}),
    ...(sheets ? { sheets } : {}),
    ...(told.length > 0 ? { told } : {}),
    ...(separator === undefined ? {} : { separator }),
  };
}

import weights from '../../../rules/weights.json' with { type: 'json' };
import { ledgerDocument, ledgerOf, type LedgerLeaf, type Weights } from '../../../src/lawbook/show/sources.ts';
import type { Host } from '../../host.ts';
import { csvCells } from '../../../src/table/csv.ts';
import { lawOf, schemeOf, write, type RulesOptions } from './options.ts';

/** The options of `rules sources`: one format more. */
export type SourcesOptions = Omit<RulesOptions, 'format'> & { readonly format: RulesOptions['format'] | 'csv' };

/** `nd178 rules sources [SCHEME]`: where each provision was read, the weakest first, with the golden cases that use it. */
export async function sources(wanted: string | undefined, options: SourcesOptions, host: Host): Promise<void> {
  const { format } = options;
  const { law, lang } = await lawOf(options, host);
  const scheme = wanted === undefined ? {} : { scheme: schemeOf(law, wanted, lang) };
  const leaves = ledgerOf(law, { ...scheme, weights: weights as Weights });
  if (format === 'csv')
    return void host.out([COLUMNS, ...leaves.map(cells)].map((line) => csvCells(line) + '\r\n').join(''));
  const data = { schema: 'nd178/law-sources@1', ...scheme, leaves };
  write(data, () => ledgerDocument(law, leaves, lang), { ...options, format }, host);
}

const COLUMNS = ['certainty', 'weight', 'act', 'at', 'provision', 'leaf', 'sources', 'kinds', 'dates'];

function cells({ certainty, weight, act, at, provision, leaf, sources: read }: LedgerLeaf): string[] {
  return [
    certainty,
    weight === null ? '' : String(weight),
    act,
    at,
    provision,
    leaf ?? '',
    read.map(({ source }) => source).join(' '),
    read.map(({ kind }) => kind).join(' '),
    read.map(({ date }) => date ?? '?').join(' '),
  ];
}

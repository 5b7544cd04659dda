import { diffOf } from '../../../src/lawbook/diff/diff.ts';
import { diffDocument } from '../../../src/lawbook/show/diff-document.ts';
import type { Host } from '../../host.ts';
import { lawOf, versionOf, write, type CodedOptions } from './options.ts';

/** `nd178 rules diff A B`: what changed, by provision and by meaning. */
export async function diff(before: string, after: string, options: CodedOptions, host: Host): Promise<void> {
  const { law, lang } = await lawOf(options, host);
  const versions = [versionOf(law, before, lang), versionOf(law, after, lang)] as const;
  const found = diffOf(law, ...versions);
  write(
    { schema: 'nd178/law-diff@1', ...found },
    () => diffDocument(law, versions, found, lang, options.codes ?? false),
    options,
    host,
  );
}

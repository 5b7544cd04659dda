import type { Lang } from '../../../src/base/text.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { checkScheme } from '../../../src/law/check/check.ts';
import type { Law } from '../../../src/law/law.ts';
import type { RulePlace } from '../../../src/law/source.ts';
import { checkDocument, type CheckedScheme } from '../../../src/law/show/check-document.ts';
import { EXIT, Exit } from '../../exit.ts';
import { hostLang, type Host } from '../../host.ts';
import { builtinFiles, loadRuleFolder } from '../../input/rules.ts';
import { schemeOf, write, type RulesOptions } from './options.ts';

type Places = (act: string, provision: string) => RulePlace | undefined;

/** `nd178 rules check [SCHEME]`: proves the rule files; exit 6 when something is wrong with them. */
export function check(wanted: string | undefined, options: RulesOptions, host: Host): void {
  const lang = hostLang(host, options.lang);
  const { law, place } = loaded(options, lang);
  const names = wanted === undefined ? [...law.schemes.keys()] : [schemeOf(law, wanted, lang)];
  const schemes = names.map((scheme) => checked(law, scheme, place));
  write({ schema: 'nd178/law-check@1', schemes }, () => checkDocument(law, schemes, lang), options, host);
  if (schemes.some((scheme) => scheme.defects.length > 0)) throw new Exit(EXIT.ruleDefect);
}

function loaded(options: RulesOptions, lang: Lang): { law: Law; place: Places } {
  const builtin: Places = (act, provision) => builtinFiles(lang)?.place(act, provision);
  if (options.rules === undefined) return { law: builtinLaw(), place: builtin };
  const { law, place } = loadRuleFolder(options.rules, lang);
  return { law, place: (act, provision) => place(act, provision) ?? builtin(act, provision) };
}

function checked(law: Law, scheme: string, place: Places): CheckedScheme {
  const defects = checkScheme(law, scheme).map((defect) => {
    const where = place(defect.act, defect.provision ?? '');
    return { ...(where ?? {}), ...defect };
  });
  return { scheme, versions: law.versions(scheme).length, acts: law.actsOf(scheme).length, defects };
}

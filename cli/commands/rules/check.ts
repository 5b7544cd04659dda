import type { Lang } from '../../../src/base/text.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { checkScheme } from '../../../src/lawbook/check/check.ts';
import type { Defect } from '../../../src/lawbook/check/defect.ts';
import { checkLedger, unusedSources } from '../../../src/lawbook/check/sources.ts';
import type { Law } from '../../../src/law/law.ts';
import type { LoadedLaw } from '../../../src/law/load.ts';
import { sourcesOf } from '../../../src/law/sources.ts';
import { checkDocument, type CheckedScheme, type PlacedDefect } from '../../../src/lawbook/show/check-document.ts';
import { EXIT, Exit } from '../../exit.ts';
import { hostLang, type Host } from '../../host.ts';
import { builtinFiles, loadRuleFolder } from '../../input/rule-folder.ts';
import { schemeOf, write, type RulesOptions } from './options.ts';

type Places = LoadedLaw['place'];

/** `nd178 rules check [SCHEME]`: proves the rule files and their sources; exit 6 when something is wrong with them. */
export function check(wanted: string | undefined, options: RulesOptions, host: Host): void {
  const lang = hostLang(host, options.lang);
  const { law, place, sources } = loaded(options, lang);
  const names = wanted === undefined ? [...law.schemes.keys()] : [schemeOf(law, wanted, lang)];
  const schemes = names.map((scheme) => checked(law, scheme, place));
  const ledger = {
    sources: sourcesOf(law).size,
    unused: wanted === undefined ? unusedSources(law, sources) : [],
    defects: checkLedger(law, wanted === undefined ? undefined : names[0]).map((defect) => placed(defect, place)),
  };
  const data = { schema: 'nd178/law-check@1', schemes, ledger };
  write(data, () => checkDocument(law, schemes, ledger, lang), options, host);
  if ([...schemes, ledger].some(({ defects }) => defects.length > 0)) throw new Exit(EXIT.ruleDefect);
}

/** The law, the places in its files, and the sources that should be used: of own rule files their own. */
function loaded(options: RulesOptions, lang: Lang): { law: Law; place: Places; sources: Iterable<string> } {
  const builtin: Places = (...where) => builtinFiles(lang)?.place(...where);
  if (options.rules === undefined) {
    const law = builtinLaw();
    return { law, place: builtin, sources: sourcesOf(law).keys() };
  }
  const { law, place, sources } = loadRuleFolder(options.rules, lang);
  return { law, place: (...where) => place(...where) ?? builtin(...where), sources };
}

function checked(law: Law, scheme: string, place: Places): CheckedScheme {
  const defects = checkScheme(law, scheme).map((defect) => placed(defect, place));
  return { scheme, versions: law.versions(scheme).length, acts: law.actsOf(scheme).length, defects };
}

function placed(defect: Defect, place: Places): PlacedDefect {
  const { act, at, provision = '', leaf } = defect;
  return { ...place(act, provision, { at, ...(leaf === undefined ? {} : { leaf }) }), ...defect };
}

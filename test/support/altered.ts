import type { Law } from '../../src/index.ts';
import type { Act, Amendment } from '../../src/law/act.ts';
import { builtinSchemes } from '../../src/law/builtin.ts';
import { builtinLedger, sourcedActs } from '../../src/law/sources.ts';
import { buildLaw } from '../../src/law/law.ts';
import type { Provision } from '../../src/law/provision.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The built-in law with fields of some provisions set, by id; `null` takes the provision away. */
export function lawWith(changes: Readonly<Record<string, Fields | null>>, more: readonly Provision[] = []): Law {
  const changed = (one: Provision): Provision[] => {
    const fields = changes[one.id];
    if (fields === null) return [];
    return fields === undefined ? [one] : [{ ...one, ...fields } as Provision];
  };
  const acts = sourcedActs().map((act): Act => {
    const own = act.act === 'nd-178-2024' ? more : [];
    const amendments = (act.amendments ?? []).flatMap((one): Amendment[] => {
      if (!('insert' in one)) return [one];
      return changed(one.provision).map((provision) => ({ ...one, provision }));
    });
    return { ...act, provisions: [...(act.provisions ?? []).flatMap(changed), ...own], amendments };
  });
  return buildLaw(acts, builtinSchemes(), undefined, builtinLedger());
}

import { parseDay } from '../../base/calendar.ts';
import type { Words } from '../../base/text.ts';
import type { LawVersion } from '../../law/version.ts';
import { noFacts, type Facts } from '../../law/facts.ts';
import { limitDependsOnSex } from '../../engine/measure/retirement.ts';
import type { Primary } from './primary.ts';
import type { RowCase } from './worked.ts';

/** A group, sex and age that a row allows. */
export interface Who {
  readonly part: {
    readonly person: Omit<RowCase['person'], 'birth'>;
    readonly age?: NonNullable<RowCase['age']>;
  };
  /** Whether the service is counted from the enlistment. */
  readonly enlists: boolean;
  readonly title: Words;
  readonly sex: Words;
  /** Whether the row leaves the sex open. */
  readonly sexOpen: boolean;
}

/** The groups and sexes that the row allows on a leaving day. The sex matters only where the age depends on it. */
export function whoOf(primary: Primary, version: LawVersion, leaving: string): Who[] {
  if (primary.rank.kind !== 'read') return [];
  return primary.rank.values.flatMap(({ groups, rank }) =>
    groups.flatMap((group) => ofGroup(group, rank, primary, version, leaving)),
  );
}

function ofGroup(
  group: string,
  rank: string | undefined,
  { schedule, sex: given }: Primary,
  version: LawVersion,
  leaving: string,
): Who[] {
  const rule = version.group(group);
  const ofRank = (schedule ?? rule?.provision.schedules[0]) === 'limit' && rank !== undefined ? { rank } : {};
  const bySex = !('rank' in ofRank) || limitDependsOnSex(version, settledOn(leaving), group, ofRank.rank);
  const possible = bySex ? (['male', 'female'] as const) : (['male'] as const);
  const sexes = given.kind === 'read' ? given.values : possible;
  return sexes.map((sex) => ({
    part: { person: { sex, group, ...ofRank }, ...(schedule === undefined ? {} : { age: { schedule } }) },
    enlists: rule?.provision.regime !== 'civil',
    title: rule?.provision.title ?? { vi: group, en: group },
    sex: sex === 'male' ? { vi: 'nam', en: 'a man' } : { vi: 'nữ', en: 'a woman' },
    sexOpen: sexes.length > 1,
  }));
}

/** The facts by which an act of age limits is chosen: a form gives no day of the decision. */
function settledOn(leaving: string): Facts {
  const facts = noFacts();
  facts.values.settlingDate = parseDay(leaving);
  return facts;
}

/** Somebody of a group whose age is that of Decree 135, for rows whose group or birth is not known. */
export function anybody(version: LawVersion): Who | undefined {
  const group = version
    .rules('group')
    .find(({ provision }) => provision.schedules[0] === 'normal' && version.coversGroup(provision.group));
  if (!group) return undefined;
  return {
    part: { person: { sex: 'male', group: group.provision.group } },
    enlists: true,
    title: { vi: '', en: '' },
    sex: { vi: '', en: '' },
    sexOpen: false,
  };
}

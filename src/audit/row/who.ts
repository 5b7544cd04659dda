import type { Words } from '../../base/text.ts';
import type { LawVersion } from '../../law/version.ts';
import { rankLimit } from '../../measures/retirement.ts';
import type { Primary } from './primary.ts';
import type { Person } from './person.ts';

/** A group, sex and age that a row allows. */
export interface Who {
  readonly person: Pick<Person, 'sex' | 'group' | 'rank' | 'schedule' | 'limit'>;
  /** Whether the service is counted from the enlistment. */
  readonly enlists: boolean;
  readonly sex: Words;
  /** Whether the row leaves the sex open. */
  readonly sexOpen: boolean;
}

/** The law that a row is under: that of the form, and the one whose ranks and age limits hold for soldiers. */
export interface WhoLaw {
  readonly version: LawVersion;
  readonly soldiers: LawVersion;
}

/** The groups and sexes that the row allows. The sex matters only where the age is that of Decree 135. */
export function whoOf(primary: Primary, law: WhoLaw): Who[] {
  if (primary.rank.kind !== 'read') return [];
  return primary.rank.values.flatMap(({ groups, rank }) =>
    groups.flatMap((group) => ofGroup(group, rank, primary, law)),
  );
}

function ofGroup(group: string, rank: string | undefined, primary: Primary, { version, soldiers }: WhoLaw): Who[] {
  const rule = version.group(group) ?? soldiers.group(group);
  const schedule = primary.schedule ?? rule?.provision.schedules[0];
  const limited = schedule === 'limit';
  const enlists = rule?.provision.regime !== 'civil';
  const sexes =
    primary.sex.kind === 'read' ? primary.sex.values : limited ? (['male'] as const) : (['male', 'female'] as const);
  const age = ageOf(group, rank, limited, { version, soldiers });
  return sexes.map((sex) => ({
    person: { sex, group, ...(primary.schedule === undefined ? {} : { schedule: primary.schedule }), ...age },
    enlists,
    sex: sex === 'male' ? { vi: 'nam', en: 'a man' } : { vi: 'nữ', en: 'a woman' },
    sexOpen: sexes.length > 1,
  }));
}

/** How the age is given: by the rank; as a limit, under a group of its own, where the scheme knows no soldiers. */
function ageOf(
  group: string,
  rank: string | undefined,
  limited: boolean,
  { version, soldiers }: WhoLaw,
): Partial<Who['person']> {
  if (!limited || rank === undefined) return {};
  if (version.group(group) !== undefined) return { rank };
  const limit = rankLimit(soldiers, group, rank);
  const own = version.rules('group').find(({ provision }) => version.coversGroup(provision.group));
  return 'years' in limit && own
    ? { group: own.provision.group, schedule: 'limit', limit: String(limit.years) }
    : { rank };
}

/** Somebody of a group whose age is that of Decree 135, for rows whose group or birth is not known. */
export function anybody(version: LawVersion): Who | undefined {
  const group = version
    .rules('group')
    .find(({ provision }) => provision.schedules[0] === 'normal' && version.coversGroup(provision.group));
  if (!group) return undefined;
  return {
    person: { sex: 'male', group: group.provision.group },
    enlists: true,
    sex: { vi: '', en: '' },
    sexOpen: false,
  };
}

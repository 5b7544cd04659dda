import { birthMonth } from '../case/parse.ts';
import type { Measures } from '../engine/derivation.ts';
import type { AgeLimitProvision, LimitAge } from '../law/provision.ts';
import type { Rule } from '../law/version.ts';
import { limitRow, rankNamed } from '../engine/measure/retirement.ts';
import { actTitle, type Context } from './context.ts';
import { formatDate, formatDuration } from './format.ts';

type Retirement = NonNullable<Measures['retirement']>;

/**
 * Why a person reaches the age limit in that month (hạn tuổi phục vụ cao nhất): of which rank and sex, by which day the
 * act was chosen, by which way there; or that the case states the limit itself, and what the law has for the rank.
 */
export function limitNotes(context: Context, retirement: Retirement): string[] {
  const { derivation, lang, say } = context;
  const { person, age } = derivation.case;
  const { rule, ofRank } = retirement;
  if (age.limit !== undefined && !rule) {
    const stated = say('hạn tuổi do hồ sơ ghi (age.limit)', 'the age limit is stated by the case (age.limit)');
    if (!ofRank) return [stated];
    const own = formatDuration(ofRank.ageMonth - birthMonth(person.birth), lang);
    return [stated, say(`hạn tuổi theo luật là ${own}`, `the limit by law is ${own}`)];
  }
  if (rule?.provision.kind !== 'age-limit') return [];
  return [whose(context, rule.provision), ...actNote(context, rule.provision), ...wayNote(context, retirement)];
}

/** "Hạn tuổi phục vụ cao nhất của sĩ quan, cấp bậc thượng tá, nữ". */
function whose({ derivation, lang, say }: Context, provision: AgeLimitProvision): string {
  const { sex } = derivation.case.person;
  const rank = rankIn(derivation);
  const ranked = limitRow(provision, rank)?.ranks !== undefined && rank !== undefined;
  return [
    provision.title?.[lang] ?? say('hạn tuổi phục vụ', 'age limit'),
    ...(ranked ? [say(`cấp bậc ${rank}`, `rank ${rank}`)] : []),
    sex === 'male' ? say('nam', 'a man') : say('nữ', 'a woman'),
  ].join(', ');
}

/** The rank of the person as the tables name it. */
function rankIn({ law, facts, case: { person } }: Context['derivation']): string | undefined {
  return rankNamed(law, String(facts.values.group), person.rank);
}

/** Which day chose between this act and an earlier or later one. */
function actNote({ derivation, lang, say }: Context, { when }: AgeLimitProvision): string[] {
  if (!when?.settlingDate) return [];
  const { decided, date } = derivation.case.leaving;
  const day = formatDate(decided ?? date, lang);
  return [
    decided === undefined
      ? say(
          `văn bản chọn theo ngày nghỉ ${day} (hồ sơ không ghi ngày quyết định)`,
          `act chosen by the leaving date ${day} (no date of the decision)`,
        )
      : say(`văn bản chọn theo ngày quyết định ${day}`, `act chosen by the day of the decision ${day}`),
  ];
}

/** How the limit follows from the year in which it is reached, or from the table of retirement ages. */
function wayNote(context: Context, retirement: Retirement): string[] {
  const { lang, say } = context;
  const limit = limitOf(context, retirement);
  if (limit === undefined || typeof limit === 'string') return [];
  const year = Math.floor(retirement.ageMonth / 12);
  if (!('schedule' in limit))
    return [say(`theo lộ trình: đạt hạn tuổi trong năm ${year}`, `by the way there: the limit is reached in ${year}`)];
  const most = limit.upTo === undefined ? undefined : formatDuration(Number(limit.upTo.slice(0, 2)) * 12, lang);
  const upTo = most === undefined ? '' : say(`, không quá ${most}`, `, at most ${most}`);
  const act = actTitle(context.law, tableOf(context, limit.schedule)?.source.act ?? '', lang);
  return [say(`theo bảng tuổi nghỉ hưu của ${act}${upTo}`, `by the table of retirement ages of ${act}${upTo}`)];
}

/** The limit of the person, as the law writes it. */
function limitOf({ derivation }: Context, { rule }: Retirement): LimitAge | undefined {
  const { sex } = derivation.case.person;
  return rule?.provision.kind === 'age-limit' ? limitRow(rule.provision, rankIn(derivation))?.[sex] : undefined;
}

function tableOf({ derivation }: Context, schedule: string): Rule | undefined {
  return derivation.law.rules('retirement-age').find(({ provision }) => provision.schedule === schedule);
}

/** The rules that gave the month: that of the limit, and the table that it refers to. */
export function limitRules(context: Context, retirement: Retirement): (Rule | undefined)[] {
  const limit = limitOf(context, retirement);
  const table = typeof limit === 'object' && 'schedule' in limit ? [tableOf(context, limit.schedule)] : [];
  return [retirement.rule, ...table];
}

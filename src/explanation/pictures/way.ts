import { dayOf, monthText, parseDay, parseMonth, type Day, type Month } from '../../base/calendar.ts';
import type { Planned } from '../../engine/compare.ts';
import type { Result } from '../../engine/result.ts';
import { formatBirth, formatCount, formatDate, formatDuration, formatMonth } from '../format.ts';
import { thresholdsOf } from './thresholds.ts';
import { versionOf, windowText, type Terms } from './terms.ts';
import type { TimelineEvent, TimelinePicture, TimelineSpan } from './timeline.ts';

/** The way of the person of a case to the pension: what happens when, by the law of the planned leaving date. */
export function wayOf(terms: Terms, planned: Planned): TimelinePicture {
  const { lang, say } = terms;
  const { result } = planned;
  const { person } = result.case;
  const birth = {
    day: firstDay(parseMonth(person.birth.slice(0, 7)) ?? Number(person.birth.slice(0, 4)) * 12),
    date: formatBirth(person.birth, lang),
    text: say('sinh', 'birth'),
  };
  const events = [...datesOf(terms, planned), ...agesOf(terms, planned)].sort((a, b) => a.day - b.day);
  const who = person.name ?? result.id;
  const title = say('Các mốc thời gian', 'The dates that matter') + (who === undefined ? '' : `: ${who}`);
  const description = [birth, ...events].map(({ date, text }) => `${date}: ${text}`).join('; ');
  return { lang, title, description: `${description}.`, birth, events, spans: spansOf(terms, planned) };
}

function firstDay(month: Month): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** The dates of the case, and the end of its term. */
function datesOf(terms: Terms, { date, result, term }: Planned): TimelineEvent[] {
  const { lang, say } = terms;
  const found: TimelineEvent[] = [];
  const add = (day: string | undefined, text: string): void => {
    const at = parseDay(day ?? '');
    if (at !== undefined && day !== undefined) found.push({ day: at, date: formatDate(day, lang), text });
  };
  add(result.case.leaving.reorganisation, say('văn bản sắp xếp có hiệu lực', 'the reorganisation takes effect'));
  if (term) {
    const first = insideText(terms, result, term.window);
    add(term.ends, say(`ngày cuối của ${first}`, `last day of the ${first}`));
  }
  add(date, say('ngày nghỉ dự định', 'planned leaving date'));
  return found;
}

/** The months of the age: the normal ones, and those in which leaving is early by just what the law asks for. */
function agesOf(terms: Terms, { result }: Planned): TimelineEvent[] {
  const { lang, say } = terms;
  const [age, start] = [result.measures?.normalRetirement, result.measures?.pensionStart].map((one) =>
    parseMonth(one ?? ''),
  );
  if (age === undefined || start === undefined) return [];
  const at = (month: Month, text: string): TimelineEvent => ({
    day: firstDay(month),
    date: formatMonth(monthText(month), lang),
    text,
  });
  const version = versionOf(terms, result);
  const routes = result.route === null ? (version?.routes.map(({ route }) => route) ?? []) : [result.route];
  const thresholds = version ? thresholdsOf(version, result.case, routes) : [];
  const months = [...new Set(thresholds.map((one) => one.months))].filter((early) => start - early < age);
  return [
    ...months.map((early) => {
      const time = formatDuration(early, lang);
      return at(start - early, say(`nghỉ tháng này là sớm đúng ${time}`, `leaving this month is ${time} early`));
    }),
    at(age, say('đủ tuổi nghỉ hưu', 'the normal age is reached')),
    at(start, say('hưởng lương hưu đúng tuổi', 'the normal pension starts')),
  ];
}

/** The first months of the term, as a noun: "12 tháng đầu". */
function insideText(terms: Terms, result: Result, window: string): string {
  return windowText(terms, [result], window).replace(/^trong /, '');
}

function spansOf(terms: Terms, { date, result, term }: Planned): TimelineSpan[] {
  const { lang, say } = terms;
  const spans: TimelineSpan[] = [];
  const [from, to] = [parseDay(term?.starts ?? ''), parseDay(term?.ends ?? '')];
  if (from !== undefined && to !== undefined && term) {
    const dates = `${formatDate(term.starts, lang)} – ${formatDate(term.ends, lang)}`;
    spans.push({ from, to, text: `${insideText(terms, result, term.window)}: ${dates}`, colour: 'term' });
  }
  const [leaving, start] = [parseDay(date), parseMonth(result.measures?.pensionStart ?? '')];
  const early = result.measures?.monthsEarly ?? 0;
  if (leaving !== undefined && start !== undefined && early > 0) {
    const count = formatCount(early, 'month', lang);
    const text = say(`nghỉ sớm ${count}`, `${count} early`);
    spans.push({ from: leaving, to: firstDay(start), text, colour: 'early' });
  }
  const past = result.measures?.monthsPast ?? 0;
  if (leaving !== undefined && start !== undefined && past > 0) {
    const count = formatCount(past, 'month', lang);
    spans.push({
      from: firstDay(start),
      to: leaving,
      text: say(`quá tuổi ${count}`, `${count} past the age`),
      colour: 'early',
    });
  }
  return spans;
}

import { admits } from '../law/facts.ts';
import { basisOf, actTitle, nameOf, type Context } from './context.ts';
import { phrases } from './conditions.ts';
import { formatBirth, formatDate } from './format.ts';
import { wordLabel } from './labels.ts';
import { capital, section, step, type Section, type Step } from './steps.ts';

/** Which version of the law applies and why, and the acts that make it up. */
export function lawSection(context: Context): Section {
  const { law, asOf, lang, say, derivation } = context;
  const { scheme, date, hash, acts } = derivation.law;
  const leaving = formatDate(derivation.case.leaving.date, lang);
  const { decided } = derivation.case.leaving;
  const byDecision = decided !== undefined && law.schemes.get(scheme)?.dated === 'decision';
  const settled = byDecision ? formatDate(decided, lang) : leaving;
  const why =
    asOf === undefined
      ? byDecision
        ? say(`theo ngày quyết định ${settled}`, `by the day of the decision, ${settled}`)
        : say(`có hiệu lực vào ngày nghỉ ${leaving}`, `in force on the leaving date ${leaving}`)
      : say(
          `được chọn theo ngày ${formatDate(asOf, lang)} (không theo ngày nghỉ ${leaving})`,
          `pinned to ${formatDate(asOf, lang)} (not the leaving date ${leaving})`,
        );
  const title = law.schemes.get(scheme)?.title[lang] ?? scheme;
  return section(context, 'law', [
    step(context, say('Chế độ', 'Scheme'), `${title} (${scheme})`),
    step(context, say('Phiên bản', 'Version'), `${formatDate(date, lang)}, ${why}`),
    step(context, say('Mã nội dung', 'Content hash'), hash),
    step(context, say('Văn bản', 'Acts'), acts.map((act) => actTitle(law, act, lang)).join('; ')),
  ]);
}

/** Who the person is in the terms of the law, and the provision that makes a subject of them. */
export function subjectSection(context: Context): Section {
  const { derivation, lang, say } = context;
  const { person, leaving, age } = derivation.case;
  const name = (fact: string, word: string): string => capital(nameOf(context, fact, word));
  const steps: Step[] = [
    step(context, say('Nhóm đối tượng', 'Group'), name('group', person.group), [derivation.group]),
    step(context, say('Giới tính', 'Sex'), name('sex', person.sex)),
    step(context, say('Ngày sinh', 'Date of birth'), formatBirth(person.birth, lang)),
    step(context, say('Mức độ chịu tác động', 'Impact'), name('impact', leaving.impact)),
    ...(age.schedule === undefined
      ? []
      : [step(context, say('Tuổi nghỉ hưu theo', 'Retirement age'), name('schedule', age.schedule))]),
  ];
  return section(context, 'subject', [...steps, derivation.subject ? subjectStep(context) : notASubject(context)]);
}

function subjectStep(context: Context): Step {
  const { derivation, say } = context;
  const { subject } = derivation;
  const notes = subject ? phrases(context, subject.provision.when).map((phrase) => phrase.text) : [];
  const base = step(context, say('Thuộc đối tượng', 'Is a subject'), say('có', 'yes'), [subject], notes);
  return { ...base, held: true };
}

/** Why the person is no subject, and which words of the case would make one. */
function notASubject(context: Context): Step {
  const { derivation, say, lang } = context;
  const impact = wordLabel('impact', derivation.case.leaving.impact, lang);
  const text = say(
    `không; phiên bản luật này không có nhóm này với mức độ "${impact}"`,
    `no; this version of the law does not have this group with impact "${impact}"`,
  );
  const base = step(context, say('Thuộc đối tượng', 'Is a subject'), text);
  return { ...base, held: false, remedies: subjectRemedies(context) };
}

/** What makes a subject of a person of this group: in this version, and as it stands in the first later one. */
export function subjectRemedies(context: Context): string[] {
  const { derivation, law, lang, say } = context;
  const { group } = derivation.case.person;
  const open = derivation.law.rules('subject').filter(({ provision }) => admits(provision.when.group, group));
  const named = open.map((rule) => {
    const [basis] = basisOf(law, rule.cites, lang);
    const words = phrases(context, rule.provision.when).map((phrase) => phrase.text);
    return `${words.join('; ')} (${basis?.text ?? rule.provision.at})`;
  });
  return [...named.map((text) => say(`Luật nhận: ${text}.`, `The law covers: ${text}.`)), ...laterSubject(context)];
}

function laterSubject({ derivation, law, lang, say }: Context): string[] {
  const { scheme, date: now } = derivation.law;
  for (const { date } of law.versions(scheme)) {
    const version = date > now ? law.at(scheme, date) : undefined;
    if (!version?.ok) continue;
    const found = version.value
      .rules('subject')
      .find((rule) => rule.tests.every((test) => test.holds(derivation.facts)));
    if (!found) continue;
    const basis = basisOf(law, found.cites, lang).map((one) => one.text);
    const [day, by] = [formatDate(date, lang), basis.join('; ')];
    return [
      say(`Người nghỉ từ ngày ${day} thì thuộc đối tượng (${by}).`, `Who leaves from ${day} on is a subject (${by}).`),
    ];
  }
  return [];
}

import type { Words } from '../base/text.ts';
import type { Duration } from '../case/case.ts';
import { keyTitle } from '../case/keys.ts';
import { monthsOf } from '../case/parse.ts';
import { admits, type Facts } from '../law/facts.ts';
import { conditionsRead, isNamed, keysOfKind, multipliedBy, readBy } from '../law/keys-read.ts';
import type { Condition, Provision, ProvisionKind } from '../law/provision.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import { keysOfFact, type FactName } from '../law/vocabulary.ts';
import { fill } from '../messages/issue.ts';
import { FINDINGS } from '../messages/findings.ts';
import type { Figures, FindingFound } from './derivation.ts';
import { QUANTITY, QUANTITY_NAMES } from './measure/quantities.ts';
import { routesAdmitting } from './subject.ts';

/** The words that decide whether a rule can concern a person: whose rules are meant. */
const WORDS = ['group', 'regime', 'payTable'] as const;

/**
 * That the case gives facts which no rule of this version reads for a person like that (dữ kiện không được dùng):
 * nothing given is passed over in silence. A warning, except where they are only the insured years that every case
 * must give. `pension`: whether it was asked for, for information.
 */
export function notRead(figures: Figures, pension: boolean): FindingFound[] {
  const { law } = figures;
  const names = namesRead(figures, pension);
  const keys = givenKeys(figures).filter((key) => !isNamed(key, names));
  if (keys.length === 0) return [];
  const severity = keys.every((key) => TOTAL.has(key)) ? 'info' : 'warning';
  const titles = (lang: keyof Words): string => keys.map((key) => keyTitle(key)[lang]).join(', ');
  const text = (lang: keyof Words): string =>
    fill(FINDINGS['not-read'][lang], { law: law.title[lang], version: law.date, keys: titles(lang) });
  return [{ code: 'not-read', severity, words: { vi: text('vi'), en: text('en') }, cites: [] }];
}

const TOTAL: ReadonlySet<string> = new Set(['insurance.years', 'insurance.months']);

/** The facts that a case states beyond who leaves, when and how, and that differ from what holds without them. */
function givenKeys({ case: one, group, outcome }: Figures): string[] {
  const { person, leaving, age, insurance, work, training, settled, post, salary } = one;
  const keys: string[] = [];
  const add = (key: string, differs: boolean): void => {
    if (differs) keys.push(key);
  };
  const addTime = (name: string, time: Duration | undefined, differs = isTime(time)): void => {
    if (differs) keys.push(timeKey(name, time));
  };
  const total = monthsOf(insurance);
  add('person.paidLike', person.paidLike !== undefined && person.paidLike !== 'civil');
  add('person.pensioner', person.pensioner === true);
  add('person.pensionSince', person.pensionSince !== undefined);
  add('person.rank', person.rank !== undefined);
  add('leaving.reorganisation', leaving.reorganisation !== undefined);
  add('leaving.filed', leaving.filed !== undefined);
  add('leaving.ground', leaving.ground !== undefined);
  add('leaving.programme', leaving.programme !== undefined);
  add('leaving.impact', leaving.impact !== 'direct');
  add('leaving.voluntary', leaving.voluntary === true);
  add('leaving.blocked', leaving.blocked !== 'none');
  add('age.schedule', age.schedule !== undefined && age.schedule !== group.provision.schedules[0]);
  add('age.limit', age.limit !== undefined);
  addTime('insurance', insurance, total > 0);
  addTime('insurance.publicSector', insurance.publicSector, monthsOf(insurance.publicSector) !== total);
  addTime('insurance.countable', insurance.countable, monthsOf(insurance.countable) !== total);
  addTime('insurance.hazardous', insurance.hazardous);
  addTime('insurance.otherPosts', insurance.otherPosts);
  addTime('insurance.unemployment', insurance.unemployment);
  add('insurance.pensionEligible', insurance.pensionEligible !== undefined);
  addTime('work', work);
  add('training.months', training?.months !== undefined);
  add('training.fee', training?.fee !== undefined);
  // What was paid before is told of by itself where something is paid now.
  add('settled.scheme', settled !== undefined && outcome !== 'paid');
  add('post.termEnds', post?.termEnds !== undefined);
  add('post.newAllowance', post?.newAllowance !== undefined);
  add('salary.average', salary.average !== undefined);
  return keys;
}

function isTime(time: Duration | undefined): boolean {
  return time !== undefined && monthsOf(time) > 0;
}

/** The key that stands for a length of time: its years, or its months where it is shorter than a year. */
function timeKey(name: string, time: Duration | undefined): string {
  return `${name}.${time && time.years === 0 && time.months > 0 ? 'months' : 'years'}`;
}

/** The names of the keys that the rules read of such a case; many people are alike. */
function namesRead({ law, case: one, facts }: Figures, pension: boolean): ReadonlySet<string> {
  const { route } = one.leaving;
  const { group, schedule } = facts.values;
  const kind = `${route} ${pension} ${String(group)} ${String(schedule)}`;
  const kinds = law.derived(namesByKind);
  let names = kinds.get(kind);
  if (!names) kinds.set(kind, (names = new Reader(law, facts, route, pension).names()));
  return names;
}

/** By route, group and schedule, of which a version knows but few. */
function namesByKind(): Map<string, ReadonlySet<string>> {
  return new Map();
}

/** Follows the rules that can concern a case to the keys that they read. */
class Reader {
  readonly #names = new Set<string>(['id', 'law', 'person.sex', 'person.birth', 'leaving.decided']);
  readonly #seen = new Set<Rule>();
  readonly #facts = new Set<FactName>();
  readonly #routes: readonly string[];

  constructor(
    private readonly law: LawVersion,
    private readonly stated: Facts,
    route: string,
    pension: boolean,
  ) {
    const admits = routesAdmitting(law, String(stated.values.group));
    const open = law.routes.filter((one) => one.route === route || !one.byName);
    this.#routes = open.map((one) => one.route).filter((one) => admits.has(one));
    if (pension) for (const key of ['salary.average', ...TOTAL]) this.#names.add(key);
  }

  names(): ReadonlySet<string> {
    const { law } = this;
    for (const kind of SETTLING) this.#follow(law.rules(kind));
    for (const route of this.#routes) this.#followRoute(route);
    if (law.rules('months-early').length > 0) this.#add(['age.schedule', ...this.#limitKeys()]);
    this.#follow(law.rules('group').filter(({ provision }) => provision.group === this.stated.values.group));
    for (const { provision } of law.rules('group')) {
      if (provision.of?.group === this.stated.values.group) this.#add(keysOfKind(provision));
    }
    return this.#names;
  }

  /** A limit is read of whoever retires by one; the rank where the law has limits by rank for the group. */
  #limitKeys(): readonly string[] {
    const { group, schedule } = this.stated.values;
    if (schedule !== 'limit') return [];
    const byRank = this.law.rules('age-limit').some(({ provision }) => provision.group.includes(String(group)));
    return byRank ? ['age.limit', 'person.rank'] : ['age.limit'];
  }

  #followRoute(route: string): void {
    const { law } = this;
    this.#follow(law.requirements(route));
    for (const benefit of law.benefits(route)) {
      this.#follow(law.rows(benefit));
      this.#follow(law.empties(benefit));
    }
  }

  #follow(rules: readonly Rule[]): void {
    for (const rule of rules) {
      if (this.#seen.has(rule) || !this.#concerns(rule.provision)) continue;
      this.#seen.add(rule);
      for (const condition of conditionsRead(rule.provision)) this.#condition(condition);
      const { facts, keys } = multipliedBy(rule.provision);
      this.#add([...keys, ...keysOfKind(rule.provision)]);
      for (const fact of facts) this.#fact(fact);
      if (rule.provision.kind === 'requirement' && rule.provision.require.notEntitled !== undefined)
        this.#follow(this.law.requirements(rule.provision.require.notEntitled));
    }
  }

  /** Whether the words of the case leave a rule open. */
  #concerns({ when }: Provision): boolean {
    return WORDS.every((word) => admits(when?.[word], this.stated.values[word] as string | undefined));
  }

  #condition(condition: Condition): void {
    const { facts, keys } = readBy(condition);
    this.#add(keys);
    for (const fact of facts) this.#fact(fact);
    for (const name of Object.keys(condition.class ?? {})) this.#follow(this.law.classes.get(name) ?? []);
  }

  /** A fact with the rules by which it is counted. */
  #fact(fact: FactName): void {
    if (this.#facts.has(fact)) return;
    this.#facts.add(fact);
    this.#add(keysOfFact(fact));
    for (const kind of countedBy(fact)) this.#follow(this.law.rules(kind));
    if (fact === 'serviceMonths' || fact === 'serviceYears') this.#service();
  }

  /** Which insured time counts as service: what a rule says, else the time not yet paid out. */
  #service(): void {
    const rules = this.law.rules('service-time').filter(({ provision }) => this.#concerns(provision));
    if (rules.length === 0) this.#add(['insurance.countable']);
    this.#follow(rules);
  }

  #add(names: Iterable<string>): void {
    for (const name of names) this.#names.add(name);
  }
}

/** Rules that decide by themselves, whatever is paid. */
const SETTLING = ['subject', 'exclusion', 'notice', 'yield', 'raise', 'basis'] as const;

/** The rules by which a fact is counted; how odd months become years reads nothing more of a case. */
function countedBy(fact: FactName): readonly ProvisionKind[] {
  if (fact === 'window') return ['clock'];
  if (fact === 'pensionEligible') return ['pension-time'];
  const quantity = QUANTITY_NAMES.find((name) => name === fact);
  return quantity === undefined ? [] : QUANTITY[quantity].countedBy.filter((kind) => kind !== 'odd-months');
}

import { nearest } from '../../base/text.ts';
import type { Scheme } from '../../law/act.ts';
import type { Provision } from '../../law/provision.ts';
import { conditionsOf } from '../space/conditions.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { Defects } from './defect.ts';
import { place } from './routes.ts';
import { coveredGroups } from './salary.ts';

/** Finds what a version declares and never uses, uses and never declares, or declares twice. */
export function checkReferences(law: LawVersion, scheme: Scheme | undefined, defects: Defects): void {
  const provisions = [...law.provisions.values()].map((one) => one.provision);
  classes(law, provisions, defects);
  readings(law, provisions, defects);
  benefits(law, defects);
  groups(law, new Set(scheme?.borrows?.map(({ act }) => act)), defects);
  once(law, 'group', (one) => (one.kind === 'group' ? one.group : ''), defects);
  once(law, 'pay-scale', (one) => (one.kind === 'pay-scale' ? one.scale : ''), defects);
  once(law, 'benefit-title', (one) => (one.kind === 'benefit-title' ? one.benefit : ''), defects);
  once(law, 'benefit-title', (one) => (one.kind === 'benefit-title' ? `${one.route} order ${one.order}` : ''), defects);
  once(law, 'benefit-title', (one) => (one.kind === 'benefit-title' ? `"${one.title.vi}"` : ''), defects);
  once(law, 'interpretation', (one) => (one.kind === 'interpretation' ? one.interpretation : ''), defects);
}

function once(
  law: LawVersion,
  kind: 'group' | 'pay-scale' | 'benefit-title' | 'interpretation',
  key: (one: Provision) => string,
  defects: Defects,
): void {
  const seen = new Map<string, Rule>();
  for (const rule of law.rules(kind)) {
    const name = key(rule.provision);
    const earlier = seen.get(name);
    if (earlier) {
      const params = { id: rule.id, other: earlier.id, what: `${kind} ${name}` };
      defects.add('twice-declared', place(rule), params, { version: law.date, other: earlier.id });
    } else seen.set(name, rule);
  }
}

function classes(law: LawVersion, provisions: readonly Provision[], defects: Defects): void {
  const used = new Set<string>();
  for (const provision of provisions) {
    for (const { condition } of conditionsOf(provision)) {
      for (const [name, values] of Object.entries(condition.class ?? {})) {
        for (const value of values) {
          used.add(`${name} ${value}`);
          const declared = law.classes.get(name)?.some((rule) => rule.provision.value === value);
          const source = law.provisions.get(provision.id);
          if (!declared && source) {
            const where = { act: source.act, at: provision.at, provision: provision.id };
            defects.add(
              'unknown-word',
              where,
              { id: provision.id, fact: `class ${name}`, value },
              { version: law.date },
            );
          }
        }
      }
    }
  }
  for (const rules of law.classes.values()) {
    for (const rule of rules) {
      const what = `${rule.provision.class} ${rule.provision.value}`;
      if (!used.has(what)) defects.add('unused-provision', place(rule), { id: rule.id, what }, { version: law.date });
    }
  }
}

function readings(law: LawVersion, provisions: readonly Provision[], defects: Defects): void {
  const used = new Set<string>();
  /** Questions that decide of something else than an exclusion: each of their options must lead somewhere. */
  const ruling = new Set<string>();
  for (const provision of provisions) {
    for (const [name, option] of Object.entries(provision.when?.reading ?? {})) {
      if (provision.kind !== 'exclusion') ruling.add(name);
      used.add(name).add(`${name} ${option}`);
      const isOption = law.interpretation(name)?.provision.options.some((one) => one.option === option);
      const source = law.provisions.get(provision.id);
      if (isOption || !source) continue;
      const where = { act: source.act, at: provision.at, provision: provision.id };
      defects.add(
        'unknown-word',
        where,
        { id: provision.id, fact: `reading ${name}`, value: option },
        { version: law.date },
      );
    }
  }
  for (const rule of law.rules('interpretation')) {
    const what = rule.provision.interpretation;
    const version = law.date;
    if (!used.has(what)) defects.add('unused-provision', place(rule), { id: rule.id, what }, { version });
    else if (ruling.has(what)) {
      for (const { option } of rule.provision.options) {
        if (!used.has(`${what} ${option}`)) defects.add('unused-option', place(rule), { what, option }, { version });
      }
    }
    const options = rule.provision.options.map((one) => one.option);
    const twice = options.find((option, index) => options.indexOf(option) !== index);
    if (twice !== undefined) {
      defects.add(
        'twice-declared',
        place(rule),
        { id: rule.id, other: rule.id, what: `${what} ${twice}` },
        { version },
      );
    }
  }
}

function benefits(law: LawVersion, defects: Defects): void {
  const titled = new Set(law.rules('benefit-title').map((rule) => rule.provision.benefit));
  for (const rule of law.rules('benefit-title')) {
    const what = rule.provision.benefit;
    if (law.rows(what).length === 0) defects.add('no-rows', place(rule), { what }, { version: law.date });
  }
  for (const rule of [...law.rules('benefit'), ...law.rules('empty')]) {
    const names = rule.provision.kind === 'empty' ? rule.provision.benefits : [rule.provision.benefit];
    for (const value of names) {
      if (titled.has(value)) continue;
      defects.add('unknown-word', place(rule), { id: rule.id, fact: 'benefit', value }, { version: law.date });
    }
  }
  for (const rule of law.rules('total-limit')) {
    const { route, benefits: counted = [] } = rule.provision;
    const lost = counted.filter((name) => !law.benefits(route).includes(name));
    for (const value of lost) {
      const params = { id: rule.id, fact: `benefit of ${route}`, value, near: nearest(value, law.benefits(route)) };
      defects.add('unknown-word', place(rule), params, { version: law.date });
    }
    if (law.routes.every((one) => one.route !== route))
      defects.add('unknown-word', place(rule), { id: rule.id, fact: 'route', value: route }, { version: law.date });
  }
  for (const { route } of law.routes) {
    if (law.benefits(route).length > 0) continue;
    const [first] = law.provisions.values();
    const where = { act: first?.act ?? '', at: first?.provision.at ?? '' };
    defects.add('no-benefits', where, { what: route }, { version: law.date });
  }
}

/** A group that is borrowed may stand without a subject: the scheme took over the list as it is. */
function groups(law: LawVersion, borrowed: ReadonlySet<string>, defects: Defects): void {
  const covered = new Set(coveredGroups(law).map((rule) => rule.provision.group));
  for (const rule of law.rules('group')) {
    const { group, elsewhere } = rule.provision;
    if (covered.has(group) || elsewhere !== undefined || borrowed.has(rule.source.act)) continue;
    defects.add('group-without-subject', place(rule), { what: group }, { version: law.date });
  }
}

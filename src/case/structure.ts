import { isObject } from '../base/json.ts';
import { CASE_KEYS, type CaseKey } from './keys.ts';

/** What a value is as it is written: text, a number, a truth value, or a group of years and months. */
export type Written = 'text' | 'number' | 'flag' | 'duration';

/** As what the values of a key may be written. Decimals are text, or numbers whose decimal text is exact. */
export function writtenAs({ type, numbers }: CaseKey): readonly Written[] {
  switch (type) {
    case 'text':
      return numbers ? ['text', 'number'] : ['text'];
    case 'word':
    case 'day':
      return ['text'];
    case 'flag':
      return ['flag', 'text'];
    case 'count':
      return ['number', 'text'];
    case 'age':
      return ['text', 'number', 'duration'];
    default:
      return ['text', 'number'];
  }
}

/** Keys of a case under one path, and the groups below it. */
export interface KeyGroup {
  /** Its path with a dot at the end; empty for the case itself. */
  readonly path: string;
  /** Whether no case can do without it. */
  readonly demanded: boolean;
  /** By the names of its members, in the order of the contract. */
  readonly members: ReadonlyMap<string, CaseKey | KeyGroup>;
}

function groupOf(path: string): KeyGroup {
  const inside = CASE_KEYS.filter(({ key }) => key.startsWith(path));
  const members = new Map<string, CaseKey | KeyGroup>();
  for (const one of inside) {
    const [name = '', ...below] = one.key.slice(path.length).split('.');
    if (!members.has(name)) members.set(name, below.length === 0 ? one : groupOf(`${path}${name}.`));
  }
  return { path, demanded: path === 'salary.' || inside.some((one) => one.required), members };
}

/** The structure of a case, as the declarations of its keys make it. */
export const CASE_GROUP: KeyGroup = groupOf('');

/** Something wrong with the structure of a case: what stands at a path is missing or of another kind, or keys are unknown. */
export interface StructureFault {
  readonly path: string;
  /** Keys at the path that there are none of. */
  readonly unknown?: readonly string[];
}

/**
 * What is wrong with the structure of a case: which keys there are, and whether they hold text, numbers or truth values.
 * Null, which programs write for what is not given, may stand wherever a case need not say anything. In the order of the
 * contract, unknown keys of a group after its others.
 */
export function structureFaults(raw: unknown): StructureFault[] {
  const faults: StructureFault[] = [];
  checkGroup(raw, CASE_GROUP, faults);
  return faults;
}

function checkGroup(value: unknown, { path, demanded, members }: KeyGroup, faults: StructureFault[]): void {
  if (!demanded && (value === undefined || value === null)) return;
  if (!isObject(value)) {
    faults.push({ path: path.slice(0, -1) });
    return;
  }
  for (const [name, member] of members) {
    if ('members' in member) checkGroup(value[name], member, faults);
    else if (!holds(value[name], member)) faults.push({ path: member.key });
    else if (isObject(value[name])) checkNames(value[name], member.key, DURATION, faults);
  }
  checkNames(value, path.slice(0, -1), members, faults);
}

function checkNames(
  value: Readonly<Record<string, unknown>>,
  path: string,
  known: { readonly has: (name: string) => boolean },
  faults: StructureFault[],
): void {
  const unknown = Object.keys(value).filter((name) => !known.has(name));
  if (unknown.length > 0) faults.push({ path, unknown });
}

const DURATION: ReadonlySet<string> = new Set(['years', 'months']);

/** Whether a key may hold a value; one that leads its group has to be there with it, if only as null. */
function holds(value: unknown, key: CaseKey): boolean {
  if (value === undefined) return key.required !== true && key.leads !== true;
  if (value === null) return key.required !== true;
  return writtenAs(key).some((written) => IS[written](value));
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => Number.isFinite(value);
const isCount = (value: unknown): boolean => isText(value) || isNumber(value);

const IS: Readonly<Record<Written, (value: unknown) => boolean>> = {
  text: isText,
  number: isNumber,
  flag: (value) => typeof value === 'boolean',
  duration: (value) =>
    isObject(value) &&
    (value['years'] === null || isCount(value['years'])) &&
    (value['months'] === undefined || value['months'] === null || isCount(value['months'])),
};

import type { Law } from '../../src/index.ts';
import { probeDisagreement } from '../boundaries/agree.ts';
import { engineSays, oracleSays, type Probe } from '../support/engines.ts';

/** Cases in an order of their own: a case that kills moves to the front, as it may well kill again. */
abstract class Battery<T> {
  readonly #cases: T[];

  constructor(cases: readonly T[]) {
    this.#cases = [...cases];
  }

  get size(): number {
    return this.#cases.length;
  }

  kills(law: Law): boolean {
    const at = this.#cases.findIndex((one) => this.notices(one, law));
    if (at < 0) return false;
    const [hit] = this.#cases.splice(at, 1);
    if (hit) this.#cases.unshift(hit);
    return true;
  }

  protected abstract notices(one: T, law: Law): boolean;
}

interface Answered {
  readonly probe: Probe;
  readonly says: string;
}

/** Cases of the main scheme with what the oracle says. */
export class MainBattery extends Battery<Answered> {
  constructor(probes: readonly Probe[]) {
    const own = probes.filter(({ asked: { scheme = 'nd178' } }) => scheme === 'nd178');
    super(own.map((probe) => ({ probe, says: oracleSays(probe) })));
  }

  protected override notices({ probe, says }: Answered, law: Law): boolean {
    return engineSays(probe, law) !== says;
  }
}

/** Cases of any scheme, and of the choice between them. */
export class SchemeBattery extends Battery<Probe> {
  protected override notices(probe: Probe, law: Law): boolean {
    return probeDisagreement(probe, law) !== undefined;
  }
}

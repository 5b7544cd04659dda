import type { Law } from '../../../src/index.ts';
import { probeDisagreement } from '../boundaries/agree.ts';
import { engineSays, oracleSays, type Probe } from '../../support/engines.ts';

/** Cases in an order of their own: a case that kills moves to the front, as it may well kill again. */
export class Battery<T> {
  readonly #cases: T[];
  readonly #notices: (one: T, law: Law) => boolean;

  constructor(cases: readonly T[], notices: (one: T, law: Law) => boolean) {
    this.#cases = [...cases];
    this.#notices = notices;
  }

  get size(): number {
    return this.#cases.length;
  }

  kills(law: Law): boolean {
    const at = this.#cases.findIndex((one) => this.#notices(one, law));
    if (at < 0) return false;
    const [hit] = this.#cases.splice(at, 1);
    if (hit) this.#cases.unshift(hit);
    return true;
  }
}

interface Answered {
  readonly probe: Probe;
  readonly says: string;
}

/** Cases of the main scheme with what the oracle says. */
export class MainBattery extends Battery<Answered> {
  constructor(probes: readonly Probe[]) {
    const own = probes.filter(({ asked: { scheme = 'nd178' } }) => scheme === 'nd178');
    const answered = own.map((probe) => ({ probe, says: oracleSays(probe) }));
    super(answered, ({ probe, says }, law) => engineSays(probe, law) !== says);
  }
}

/** Cases of any scheme, and of the choice between them. */
export class SchemeBattery extends Battery<Probe> {
  constructor(probes: readonly Probe[]) {
    super(probes, (probe, law) => probeDisagreement(probe, law) !== undefined);
  }
}

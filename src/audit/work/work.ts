import type { Sha256 } from '../../base/hash.ts';
import { demandOptions, FUNCTION, LAW, needed, OBJECT, oneOf, type OptionsOf } from '../../messages/options.ts';
import { annexesOf, builtinAnnexes } from '../../law/annexes.ts';
import type { AuditAnnex } from '../../law/audit-annex.ts';
import type { Law } from '../../law/law.ts';
import type { AuditFile } from '../report.ts';
import { findingOf } from './finding.ts';
import type { Finding } from './found.ts';
import { contenders, ranked, Repetition, RISK_WEIGHTS, type RiskWeights } from './risk.ts';
import type { AuditWork } from './report.ts';
import { SAMPLE, Sampler, type SampleWish } from './sample.ts';
import { Statistical } from './statistics.ts';

/** How the findings are worked on. */
export interface WorkOptions {
  readonly law: Law;
  readonly sample?: SampleWish | undefined;
  readonly weights?: RiskWeights | undefined;
  /**
   * Whether every person is kept (`all`), or every finding, for annexes and minutes; else only what may be among the
   * heaviest, so that memory does not grow with the findings.
   */
  readonly keep?: 'all' | 'findings' | undefined;
  /** SHA-256 of the host. */
  readonly sha256?: Sha256 | undefined;
}

const OPTIONS: OptionsOf<WorkOptions> = {
  law: needed(LAW),
  sample: SAMPLE,
  weights: OBJECT,
  keep: oneOf('all', 'findings'),
  sha256: FUNCTION,
};

/** So many findings are ranked in a report. */
export const MOST_RANKED = 100;

/** So many are held before those that cannot be among them are let go. */
const MOST_HELD = 1000;

/**
 * Gathers the findings of an audit, file by file. Only what is wrong or not decided is held, in one small entry for each
 * person, and of a sample no more than its size for each stratum.
 */
export class Work {
  readonly #law: Law;
  readonly #annex: AuditAnnex;
  readonly #weights: RiskWeights;
  readonly #keep: WorkOptions['keep'];
  readonly #repetition = new Repetition();
  readonly #sampler: Sampler | undefined;
  #findings: Finding[] = [];
  readonly #units = new Statistical();
  readonly #causes = new Statistical();
  readonly #regimes = new Statistical();

  /** Throws a `TypeError` for an option that there is none of. */
  constructor(options: WorkOptions) {
    demandOptions(options, OPTIONS);
    const { law, sample, weights = RISK_WEIGHTS, keep, sha256 } = options;
    this.#law = law;
    this.#annex = annexOf(law);
    this.#weights = weights;
    this.#keep = keep;
    this.#sampler = sample && new Sampler(sample, sha256);
  }

  /** Takes a file in which who stands twice has been told (`Doubles`). */
  add({ file, sheets }: AuditFile): void {
    for (const { sheet, form: id, rows } of sheets) {
      const form = annexesOf(this.#law).forms.get(id);
      if (!form) continue;
      const regime = this.#annex.regimes.find(({ forms }) => forms.includes(id))?.regime ?? id;
      for (const row of rows) {
        const finding = findingOf(row, { file, sheet, form }, this.#annex);
        // Form I.5 holds the people of the other forms once more: its findings are held, but nobody counts twice.
        // Nor does who stands twice: that is a cause of its own.
        const twice = finding.certainty?.startsWith('double') === true;
        if (form.of !== 'salary' && !twice) {
          this.#units.add(file, finding);
          this.#regimes.add(regime, finding);
          this.#sampler?.add(finding);
        }
        if (finding.cause !== undefined) this.#causes.add(finding.cause, finding);
        if (finding.certainty !== undefined) this.#repetition.add(finding);
        if (finding.list !== 'right' || (this.#keep === 'all' && form.of !== 'salary')) this.#findings.push(finding);
      }
    }
    if (this.#keep === undefined && this.#findings.length > MOST_HELD)
      this.#findings = contenders(this.#findings, MOST_RANKED, this.#weights, this.#repetition);
  }

  /** The findings that are kept, in the order of the files. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** What came of all files. */
  work(): AuditWork {
    return {
      weights: this.#weights,
      risks: ranked(this.#findings, MOST_RANKED, this.#weights, this.#repetition),
      statistics: {
        units: this.#units.counted(),
        causes: this.#causes.counted(),
        regimes: this.#regimes.counted(),
      },
      ...(this.#sampler ? { sample: this.#sampler.sample() } : {}),
    };
  }
}

/** How the annexes of an inspection are laid out: by the law given, else by the built-in rule file. */
export function annexOf(law: Law): AuditAnnex {
  const annex = annexesOf(law).auditAnnex ?? builtinAnnexes().auditAnnex;
  if (!annex) throw new Error('the built-in rule files lay out no annexes of an inspection');
  return annex;
}

import type { Sha256 } from '../../base/hash.ts';
import type { AuditAnnex } from '../../law/audit-annex.ts';
import { builtinLaw } from '../../law/builtin.ts';
import type { Law } from '../../law/law.ts';
import type { AuditFile } from '../report.ts';
import { findingOf } from './finding.ts';
import type { Finding } from './found.ts';
import { ranked, RISK_WEIGHTS, type RiskWeights } from './risk.ts';
import type { AuditWork } from './report.ts';
import { Sampler, type SampleWish } from './sample.ts';
import { Statistical } from './statistics.ts';

/** How the findings are worked on. */
export interface WorkOptions {
  readonly law: Law;
  readonly sample?: SampleWish;
  readonly weights?: RiskWeights;
  /** Whether the people without a finding are kept too, for the annexes. */
  readonly keepRight?: boolean;
  /** SHA-256 of the host. */
  readonly sha256?: Sha256;
}

/** So many findings are ranked in a report. */
export const MOST_RANKED = 100;

/**
 * Gathers the findings of an audit, file by file. Only what is wrong or not decided is held, in one small entry for each
 * person, and of a sample no more than its size for each stratum.
 */
export class Work {
  readonly #law: Law;
  readonly #annex: AuditAnnex;
  readonly #weights: RiskWeights;
  readonly #keepRight: boolean;
  readonly #sampler: Sampler | undefined;
  readonly #findings: Finding[] = [];
  readonly #units = new Statistical();
  readonly #causes = new Statistical();
  readonly #regimes = new Statistical();

  constructor({ law, sample, weights = RISK_WEIGHTS, keepRight = false, sha256 }: WorkOptions) {
    this.#law = law;
    this.#annex = annexOf(law);
    this.#weights = weights;
    this.#keepRight = keepRight;
    this.#sampler = sample && new Sampler(sample, sha256);
  }

  /** Takes a file in which who stands twice has been told (`Doubles`). */
  add({ file, sheets }: AuditFile): void {
    for (const { sheet, form: id, rows } of sheets) {
      const form = this.#law.forms.get(id);
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
        if (finding.list !== 'right' || (this.#keepRight && form.of !== 'salary')) this.#findings.push(finding);
      }
    }
  }

  /** Every finding, in the order of the files. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** What came of all files. */
  work(): AuditWork {
    return {
      weights: this.#weights,
      risks: ranked(this.#findings, MOST_RANKED, this.#weights),
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
  const annex = law.auditAnnex ?? builtinLaw().auditAnnex;
  if (!annex) throw new Error('the built-in rule files lay out no annexes of an inspection');
  return annex;
}

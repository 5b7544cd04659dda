/** A person as one variant of a row has it. */
export interface Person {
  readonly birth: string;
  readonly leaving: string;
  readonly merger?: string | undefined;
  readonly sex: 'male' | 'female';
  readonly group: string;
  readonly rank?: string | undefined;
  readonly schedule?: string | undefined;
  readonly limit?: string | undefined;
  readonly serviceMonths: number;
  /** Given where the service is not known, so that the rest can be computed. */
  readonly pensionEligible?: boolean;
  readonly salary: string;
}

/** A place of a person. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

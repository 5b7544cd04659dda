import type { IssueCode } from './issues.ts';

/** The values of a message; of a list, words of the key at its path, which are told by their titles. */
export type ReportParams = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Notes an issue with the case that the law brings to light. */
export type Report = (code: IssueCode, path: string, params?: ReportParams) => void;

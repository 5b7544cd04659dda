import type { Params } from './issue.ts';
import type { IssueCode } from './issues.ts';

/** Notes an issue with the case that the law brings to light. */
export type Report = (code: IssueCode, path: string, params?: Params) => void;

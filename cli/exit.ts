import type { FileRefused } from '../src/messages/refused.ts';

/** Exit codes of the contract. */
export const EXIT = {
  done: 0,
  internal: 1,
  usage: 2,
  invalid: 3,
  someRefused: 4,
  differences: 5,
  ruleDefect: 6,
  interrupted: 130,
} as const;

/** Ends a command with an exit code and, where there is one, a message for stderr. Not a defect. */
export class Exit extends Error {
  constructor(
    readonly code: number,
    message = '',
  ) {
    super(message);
  }
}

/** The exit code of a refusal: what the machine did not write is no fault of the input. */
export function refusedExit({ code }: FileRefused): number {
  return code === 'write-failed' ? EXIT.internal : EXIT.invalid;
}

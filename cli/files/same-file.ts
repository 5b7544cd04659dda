import { realpath } from 'node:fs/promises';

/** Whether two names lead to one file, which need not be there. */
export async function sameFile(source: string, target: string): Promise<boolean> {
  try {
    return (await realpath(source)) === (await realpath(target));
  } catch {
    return false;
  }
}

import { execFileSync } from 'node:child_process';

/** Packs the rule files before the suite runs, so that no test sees stale law. */
export default function setup(): void {
  execFileSync(process.execPath, ['rules/bundle.mjs'], { stdio: 'inherit' });
}

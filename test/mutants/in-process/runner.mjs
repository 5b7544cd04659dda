import { execFileSync } from 'node:child_process';
import { filesOf } from './files.mjs';
import { prepare, run } from './suite.mjs';

/**
 * A test runner for Stryker that runs everything in one process: modules are made afresh for each mutant, so that what
 * the engine keeps of the law is worked out again, and a whole run costs seconds. A test file counts as one test.
 */
class InProcess {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const root = process.cwd();
    // The random tests at little effort each.
    process.env.ND178_EFFORT = '0.03';
    execFileSync(process.execPath, ['rules/bundle.mjs']);
    const { files, stable } = filesOf(root);
    this.files = files;
    this.load = await prepare(root, files, stable);
    // What the mutated code looks at: which mutant is on, and where it notes what it ran.
    this.shared = globalThis.__stryker__ ??= {};
  }

  async dryRun() {
    const tests = [];
    this.shared.activeMutant = undefined;
    for (const file of this.files) {
      this.shared.currentTestId = file;
      const started = performance.now();
      const failure = await run(this.load()[file]);
      const test = { id: file, name: file, fileName: file, timeSpentMs: performance.now() - started };
      tests.push(failure === undefined ? { ...test, status: 0 } : { ...test, status: 1, failureMessage: failure });
    }
    this.shared.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: this.shared.mutantCoverage };
  }

  async mutantRun({ testFilter = this.files, activeMutant, hitLimit }) {
    Object.assign(this.shared, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit });
    const wanted = this.files.filter((file) => testFilter.includes(file));
    const loads = this.load();
    let nrOfTests = 0;
    for (const file of wanted) {
      const failureMessage = await run(loads[file]);
      nrOfTests += 1;
      if (this.shared.hitCount > hitLimit) return { status: 'timeout' };
      if (failureMessage !== undefined) return { status: 'killed', killedBy: [file], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcess }];

// The built program, timed from outside.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const program = new URL('../dist/bin/nd178.js', import.meta.url).pathname;

/** Runs a command of the program; gives seconds, and on Linux the most memory it held. `fine`: the exit codes that are no failure. */
export async function timed(fine, ...args) {
  const start = performance.now();
  const child = spawn(process.execPath, [program, ...args, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      // it has ended, or this is no Linux
    }
  }, 20);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (!fine.includes(code)) throw new Error(`exit code ${code}`);
  return { seconds: (performance.now() - start) / 1000, mb: Math.round(peak / 1024) };
}

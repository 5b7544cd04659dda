import { execFileSync } from 'node:child_process';

/** Builds the command line that is attacked. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}

// Everything that has to hold before a release: tests, proofs, static checks, rules, package, page, and then what is sent
// itself: the same bytes twice, the licences of what is inside, and the list of it (SBOM, CycloneDX) in reports/.
// Usage: npm run release:check; with the names of steps it runs those alone (npm run release:check -- tarball licences sbom).
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Licences under which others may be given on with their notices (dist/THIRD-PARTY.txt). */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense']);

const npm = (script, ...more) => ['npm', ['run', '--silent', script, ...(more.length > 0 ? ['--', ...more] : [])]];

const STEPS = {
  test: () => run(...npm('test')),
  proof: () => run(...npm('proof')),
  check: () => run(...npm('check')) && run(...npm('unused')),
  rules: () => run(...npm('nd178', 'rules', 'check', '--lang', 'en')),
  package: () => run(...npm('test:package')) && run(...npm('lint:package')),
  projects: () => run(...npm('test:projects')),
  page: () =>
    existsSync(process.env.ND178_BROWSER ?? '/usr/bin/chromium') ? run(...npm('test:page')) : leftOut('no browser'),
  changelog,
  tarball,
  licences,
  sbom,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0)
  throw new Error(`no such step: ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}`);
const failed = [];
for (const [name, step] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  if (!step()) failed.push(name);
}
console.log(failed.length === 0 ? '\nready' : `\nnot ready: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function leftOut(why) {
  console.log(`left out: ${why}`);
  return true;
}

/** The newest section of the changelog is that of the version, and an upgrade note stands in it. */
function changelog() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [, section = ''] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
  const ok = section.startsWith(version) && section.includes('*Upgrade*');
  console.log(ok ? section.split('\n')[0] : `CHANGELOG.md has no section ${version} with an upgrade note at its top`);
  return ok;
}

/** Builds and packs twice; the bytes must be the same. */
function tarball() {
  const folder = mkdtempSync(join(tmpdir(), 'nd178-release-'));
  try {
    const sums = [1, 2].map((turn) => {
      const to = join(folder, String(turn));
      mkdirSync(to);
      rmSync('dist', { recursive: true, force: true });
      const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', to], { encoding: 'utf8' });
      const bytes = readFileSync(join(to, packed.trim().split('\n').at(-1)));
      return `${createHash('sha256').update(bytes).digest('hex')} (${bytes.length} bytes)`;
    });
    console.log(sums.join('\n'));
    return sums[0] === sums[1];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the notices say of each package that is inside. */
function licences() {
  const text = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
  const stated = [...text.matchAll(/^(\S+ \d\S*)\nLicence: (.+)$/gm)].map(([, name, licence]) => [name, licence]);
  const others = stated.filter(([, licence]) => !ALLOWED.has(licence));
  console.log(stated.map(([name, licence]) => `${name}: ${licence}`).join('\n'));
  for (const [name, licence] of others) console.log(`not allowed: ${name}: ${licence}`);
  return stated.length > 0 && others.length === 0;
}

/** The list of all that the release is made with. */
function sbom() {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { bomFormat, components } = JSON.parse(text);
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/sbom.cdx.json', text);
  console.log(`${bomFormat}: ${components.length} components, reports/sbom.cdx.json`);
  return bomFormat === 'CycloneDX' && components.length > 0;
}

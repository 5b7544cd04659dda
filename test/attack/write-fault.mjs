// Loaded before the command line (`node --import`): write calls fail as `ND178_FAULT` says.
// {kind, at, seed}: `at` is the number of the first write call, from 1 on, that is met; {kind: "count", to} writes the number
// of calls to a file at the end.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isMainThread } from 'node:worker_threads';

const fault = JSON.parse(process.env.ND178_FAULT ?? '{}');
let calls = 0;
let state = fault.seed ?? 1;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const error = (code) => Object.assign(new Error(code), { code });
const { writeSync, rmSync, readdirSync, renameSync, copyFileSync, truncateSync } = fs;

/** What becomes of a write call of so many bytes: how many are really written, and how many are claimed. */
function met(length) {
  calls++;
  const there = calls - fault.at;
  if (fault.at === undefined || there < 0) return { written: length };
  const some = length === 0 ? 0 : Math.floor(random() * length);
  switch (fault.kind) {
    case 'short':
      return { written: Math.max(1, some) };
    case 'short-then-full':
      if (there === 0) return { written: Math.max(1, some) };
      throw error('ENOSPC');
    case 'full-once':
      if (there === 0) throw error('ENOSPC');
      return { written: length };
    case 'full':
      throw error('ENOSPC');
    case 'broken':
      throw error('EIO');
    case 'nothing':
      return { written: 0 };
    case 'lost':
      return there === 0 ? { written: some, claimed: length } : { written: length };
    case 'vanish':
    case 'replace':
      if (there === 0) touch();
      return { written: length };
    default:
      return { written: length };
  }
}

/** Deletes, or puts others in the place of, the files under way. */
function touch() {
  for (const name of readdirSync('.').filter((one) => /\.nd178-(part|people|book|new|state-new)$/.test(one))) {
    if (random() < 0.5) continue;
    if (fault.kind === 'replace') {
      copyFileSync(name, `${name}.copy`);
      truncateSync(`${name}.copy`, 0);
      renameSync(`${name}.copy`, name);
    } else rmSync(name, { force: true });
  }
}

if (isMainThread && fault.kind !== undefined) {
  const probe = join(tmpdir(), `nd178-probe-${process.pid}`);
  const handle = await fs.promises.open(probe, 'w');
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  rmSync(probe);
  const { write } = prototype;
  prototype.write = async function (bytes, offset, length = bytes.byteLength - offset, position) {
    const { written, claimed = written } = met(length);
    if (written > 0) {
      const really = await write.call(this, bytes, offset, written, position);
      if (really.bytesWritten !== written) throw error('EIO');
    }
    return { bytesWritten: claimed, buffer: bytes };
  };
  // Any other way to write is a way around the writer.
  for (const name of ['writeFile', 'appendFile', 'writev', 'createWriteStream'])
    prototype[name] = () => {
      throw new Error(`written by ${name}`);
    };
  fs.writeSync = (handle, bytes, offset, length) => {
    // What is lost behind a pipe cannot be known.
    const { written } = met(length);
    return written > 0 ? writeSync(handle, bytes, offset, written) : 0;
  };
  fs.write = () => {
    throw new Error('written by write with a callback');
  };
  // Standard output, while signals are heard.
  fs.write[promisify.custom] = async (handle, bytes, offset, length) => {
    const { written } = met(length);
    return { bytesWritten: written > 0 ? writeSync(handle, bytes, offset, written) : 0, buffer: bytes };
  };
  for (const name of ['writeFileSync', 'appendFileSync', 'createWriteStream', 'writeFile', 'writevSync'])
    fs[name] = () => {
      throw new Error(`written by ${name}`);
    };
  fs.promises.writeFile = fs.promises.appendFile = () => Promise.reject(new Error('written by writeFile'));
  syncBuiltinESMExports();
  if (fault.kind === 'count')
    process.on('exit', () => {
      const out = fs.openSync(fault.to, 'w');
      writeSync(out, String(calls));
    });
}

// Time runs fast, so that a state is stored after each part.
if (process.env.ND178_FAST === '1') {
  const { now } = Date;
  let ahead = 0;
  Date.now = () => now() + (ahead += 2500);
}

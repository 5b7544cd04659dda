// A process that stays open: 10,000 cases one by one through a pipe and through HTTP, each answer the same bytes as the
// library's. Prints the median and the 99th per cent of an answer, calls a second, and memory after 1,000, half and all.
// `--hour`: 200,000 cases, more than an hour of real use; memory must then be flat (less than a quarter more at the end than
// at half).
// Usage: npm run build && node bench/open.mjs [--hour]; exit code 1 when an answer differs, the median of the pipe is over
// 2 ms, or memory grows.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { batch } from '../dist/src/batch.js';

const CASES = 10_000;
const CALLS = process.argv.includes('--hour') ? 200_000 : CASES;
const AT_ONCE = 8;
const program = new URL('../dist/bin/nd178.js', import.meta.url).pathname;

const cases = Array.from({ length: CASES }, (_, at) => ({
  id: `P${at}`,
  person: { sex: at % 2 ? 'male' : 'female', birth: `19${66 + (at % 8)}-0${1 + (at % 9)}-15`, group: 'civil-servant' },
  leaving: { route: 'auto', date: `2025-0${4 + (at % 5)}-01`, reorganisation: '2025-03-01' },
  insurance: { years: 16 + (at % 15), months: at % 12 },
  salary: { coefficient: `4.${10 + (at % 80)}`, positionAllowance: '0.6', publicService: '25%' },
}));
const expected = [];
for await (const line of batch(cases)) expected.push(withoutRow(JSON.stringify(line)));

/** After so many calls memory is looked at. */
const LOOKED = new Set([1000, CALLS / 2, CALLS - 1]);

let failed = false;
const fault = (text) => {
  failed = true;
  console.error(text);
};

await pipe();
await http();
process.exitCode = failed ? 1 : 0;

async function pipe() {
  const child = spawn(process.execPath, [program, 'batch', '-', '-o', '-', '--to', 'ndjson', '--quiet'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const times = [];
  const memory = [];
  let different = 0;
  const started = performance.now();
  for (let at = 0; at < CALLS; at++) {
    const from = performance.now();
    child.stdin.write(JSON.stringify(cases[at % CASES]) + '\n');
    const { value } = await lines.next();
    times.push(performance.now() - from);
    if (withoutRow(value) !== expected[at % CASES]) different++;
    if (LOOKED.has(at)) memory.push(residentOf(child.pid));
  }
  const seconds = (performance.now() - started) / 1000;
  child.stdin.end();
  const middle = tell('pipe', times, seconds, memory);
  if (different > 0) fault(`pipe: ${different} answers are not those of the library`);
  if (middle > 2) fault('pipe: the median is over 2 ms');
}

async function http() {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { value: url } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const times = [];
  const memory = [];
  let [next, different] = [0, 0];
  const started = performance.now();
  const worker = async () => {
    for (let at = next++; at < CALLS; at = next++) {
      const from = performance.now();
      const text = await post(url, agent, cases[at % CASES]);
      times.push(performance.now() - from);
      if (withoutRow(text) !== expected[at % CASES]) different++;
      if (LOOKED.has(at)) memory.push(residentOf(child.pid));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  tell(`HTTP, ${AT_ONCE} at once`, times, (performance.now() - started) / 1000, memory);
  if (different > 0) fault(`HTTP: ${different} answers are not those of the library`);
  agent.destroy();
  child.kill('SIGTERM');
}

function post(url, agent, one) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}/calculate`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => (text += piece));
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(one));
  });
}

/** The number of a row depends on how many went before, not on the case. */
function withoutRow(line) {
  return line.replace(/"row":\d+/, '"row":1');
}

/** Resident memory in MB, where the system tells it. */
function residentOf(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return undefined;
  }
}

function tell(what, times, seconds, memory) {
  times.sort((a, b) => a - b);
  const [middle, late] = [times[Math.floor(times.length / 2)], times[Math.floor(times.length * 0.99)]];
  console.log(
    `${what}, ${times.length} calls: median ${middle.toFixed(2)} ms, 99 % ${late.toFixed(2)} ms, ${Math.round(times.length / seconds)} a second, ${memory.join(' → ')} MB`,
  );
  const [, half, end] = memory;
  if (CALLS > CASES && end > half * 1.25) fault(`${what}: memory grows`);
  return middle;
}

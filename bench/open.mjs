// A process that stays open: 10,000 cases one by one through a pipe and through HTTP, each answer the same bytes as the
// library's. Prints the median and the 99th per cent of an answer, calls a second, and memory after 1,000 and after all.
// Usage: npm run build && node bench/open.mjs; exit code 1 when an answer differs, or the median of the pipe is over 2 ms.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { batch } from '../dist/src/batch.js';

const CASES = 10_000;
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
  for (const [at, one] of cases.entries()) {
    const from = performance.now();
    child.stdin.write(JSON.stringify(one) + '\n');
    const { value } = await lines.next();
    times.push(performance.now() - from);
    if (withoutRow(value) !== expected[at]) different++;
    if (at === 1000 || at === CASES - 1) memory.push(residentOf(child.pid));
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
    for (let at = next++; at < CASES; at = next++) {
      const from = performance.now();
      const text = await post(url, agent, cases[at]);
      times.push(performance.now() - from);
      if (withoutRow(text) !== expected[at]) different++;
      if (at === 1000 || at === CASES - 1) memory.push(residentOf(child.pid));
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
    `${what}: median ${middle.toFixed(2)} ms, 99 % ${late.toFixed(2)} ms, ${Math.round(times.length / seconds)} a second, ${memory.join(' → ')} MB`,
  );
  return middle;
}

import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { run } from '../../cli/run.ts';
import type { World } from '../../cli/host.ts';

/** A command of a document and what the document says it prints. */
export interface DocCommand {
  readonly command: string;
  readonly expected: string;
  readonly printed: string;
}

const FENCE = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;
const HASH = /sha256:[0-9a-f]{64}/g;

/**
 * Runs a document in an empty folder that holds `examples/`: a fenced block with a file name after its language
 * is that file; in a `console` block each line that begins with `$ ` is run, and what follows is what it prints.
 * `nd178` runs in this process, everything else in a shell. Hashes are shown as `sha256:…`; in a command that stands for
 * the last one printed.
 */
export async function runDocument(file: string): Promise<{ readonly commands: DocCommand[]; readonly text: string }> {
  const source = readFileSync(file, 'utf8');
  const commands: DocCommand[] = [];
  const from = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'nd178-docs-'));
  cpSync(resolve('examples'), join(folder, 'examples'), { recursive: true });
  const session = new Session();
  let text = '';
  let at = 0;
  process.chdir(folder);
  try {
    for (const found of source.matchAll(FENCE)) {
      const [block, language = '', name, body = ''] = found;
      text += source.slice(at, found.index);
      at = found.index + block.length;
      if (name !== undefined) writeNew(name, body);
      if (language !== 'console') {
        text += block;
        continue;
      }
      const ran = await session.block(body);
      commands.push(...ran);
      text += '```console\n' + ran.map((one) => `$ ${one.command}\n${one.printed}`).join('') + '```';
    }
  } finally {
    process.chdir(from);
    rmSync(folder, { recursive: true, force: true });
  }
  return { commands, text: text + source.slice(at) };
}

function writeNew(name: string, body: string): void {
  mkdirSync(dirname(resolve(name)), { recursive: true });
  writeFileSync(name, body);
}

class Session {
  #code = 0;
  #hash = '';

  async block(body: string): Promise<DocCommand[]> {
    const commands: DocCommand[] = [];
    for (const part of body.split(/^\$ /m).slice(1)) {
      const end = part.indexOf('\n');
      const command = part.slice(0, end);
      commands.push({ command, expected: part.slice(end + 1), printed: await this.#print(command) });
    }
    return commands;
  }

  async #print(command: string): Promise<string> {
    if (command === 'echo $?') return `${this.#code}\n`;
    const whole = command.replace(/sha256:…/g, this.#hash);
    const printed = whole.startsWith('nd178 ') ? await this.#nd178(whole.slice('nd178 '.length)) : shell(whole);
    this.#hash = printed.match(HASH)?.at(-1) ?? this.#hash;
    return printed.replace(HASH, 'sha256:…');
  }

  async #nd178(text: string): Promise<string> {
    const [line = '', redirect, target = ''] = text.split(/ (>>?) /);
    const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    let [out, all] = ['', ''];
    const host: World = {
      out: (some) => {
        out += some;
        if (redirect === undefined) all += some;
      },
      err: (some) => void (all += some),
      read: (file) => readFileSync(file, 'utf8'),
      env: {},
      asks: false,
      colour: false,
      progress: false,
      columns: 110,
    };
    this.#code = await run(args, host);
    if (redirect === '>') writeFileSync(target, out);
    if (redirect === '>>') appendFileSync(target, out);
    return all === '' || all.endsWith('\n') ? all : all + '\n';
  }
}

function shell(command: string): string {
  return execFileSync('sh', ['-c', command], { encoding: 'utf8' });
}

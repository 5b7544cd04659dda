import type { Command } from 'commander';
import type { Lang } from '../../src/base/text.ts';
import { schemeIssues, schemesNamed } from '../../src/engine/schemes.ts';
import { DEFAULT_SCHEME } from '../../src/engine/calculate.ts';
import { EXIT, Exit } from '../exit.ts';
import { stoppedOnSignal } from '../files/leaving.ts';
import { systemCode } from '../files/system-fault.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { checkReadings, commonOptions, coreOptions, usage, type CommonOptions } from '../options.ts';
import type { Running, ServeOptions } from '../serve/server.ts';

interface ServeFlags extends CommonOptions {
  readonly port: string;
  readonly origin?: readonly string[];
  readonly maxBody: string;
  readonly log?: boolean;
}

const HELP = {
  vi: `
Ví dụ:
  nd178 serve                                    http://127.0.0.1:1780, chỉ máy này gọi được
  nd178 serve --port 8080 --origin https://noi-bo.example
  curl -s -H 'Content-Type: application/json' --data @ho-so.json http://127.0.0.1:1780/calculate

Đường dẫn: POST /calculate, /explain, /compare, /batch (NDJSON); GET /law, /schemas, /openapi.json. Dừng: Ctrl+C hoặc SIGTERM.`,
  en: `
Examples:
  nd178 serve                                    http://127.0.0.1:1780, for this machine alone
  nd178 serve --port 8080 --origin https://intranet.example
  curl -s -H 'Content-Type: application/json' --data @case.json http://127.0.0.1:1780/calculate

Paths: POST /calculate, /explain, /compare, /batch (NDJSON); GET /law, /schemas, /openapi.json. Stop: Ctrl+C or SIGTERM.`,
};

/** Milliseconds that a caller may pause while sending a body, and that calls under way have when the server stops. */
const PATIENCE = 60_000;
const STOPPING = 10_000;
const KIB = 1024;

/** `nd178 serve`: the calculations over HTTP, for programs of this machine (dịch vụ HTTP trên máy này). */
export function registerServe(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const command = program
    .command('serve')
    .description(say('Dịch vụ HTTP trên máy này: 127.0.0.1', 'The calculations over HTTP, on 127.0.0.1'))
    .addHelpText('after', HELP[lang]);
  const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
  commonOptions(command, ['json'])
    .option('--port <number>', say('cổng; 0: cổng trống bất kỳ', 'port; 0: any that is free'), '1780')
    .option(
      '--origin <origin>',
      say('trang web được phép gọi (lặp lại được)', 'origin of a web page that may call (repeatable)'),
      collect,
    )
    .option('--max-body <KiB>', say('nội dung lớn nhất của một lời gọi', 'largest body of a call'), '1024')
    .option('--log', say('ghi mỗi lời gọi: đường dẫn, mã, thời gian', 'tell each call: path, status, time'))
    .action((flags: ServeFlags) => runServe(flags, host));
}

async function runServe(flags: ServeFlags, host: Host): Promise<void> {
  const options = await serveOptions(flags, host);
  const { lang } = options.core;
  const { serve } = await import('../serve/server.ts');
  const running = await serve(options).catch((error: unknown) => {
    throw taken(error, options.port, lang);
  });
  const url = `http://127.0.0.1:${running.port}`;
  if (flags.quiet !== true)
    host.err(
      lang === 'vi'
        ? 'Đang chờ lời gọi từ máy này. Dừng: Ctrl+C.\n'
        : 'Waiting for calls of this machine. Stop: Ctrl+C.\n',
    );
  host.out(`${url}\n`);
  await stopped(running);
  if (flags.quiet !== true) host.err(lang === 'vi' ? 'Đã dừng.\n' : 'Stopped.\n');
}

/** Waits for a signal, then for the calls under way. */
async function stopped(running: Running): Promise<void> {
  let leave: (() => void) | undefined;
  await new Promise<void>((resolve) => (leave = stoppedOnSignal(resolve)));
  await running.stop(STOPPING);
  leave?.();
}

async function serveOptions(flags: ServeFlags, host: Host): Promise<ServeOptions> {
  const core = await coreOptions(flags, host);
  const { law, lang } = core;
  const scheme = core.scheme ?? DEFAULT_SCHEME;
  const [unknown] = schemeIssues(law, scheme, lang);
  if (unknown) throw new Exit(EXIT.usage, unknown.message);
  checkReadings(law, schemesNamed(law, scheme), core);
  return {
    core,
    port: whole('--port', flags.port, 0, 65_535, lang),
    bytes: whole('--max-body', flags.maxBody, 1, 64 * KIB, lang) * KIB,
    patience: PATIENCE,
    origins: new Set((flags.origin ?? []).map((origin) => checkedOrigin(origin, lang))),
    ...(flags.log === true ? { log: (line: string) => host.err(line) } : {}),
  };
}

function whole(option: string, text: string, least: number, most: number, lang: Lang): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw usage(
    lang,
    `${option} "${text}": cần một số nguyên từ ${least} đến ${most}.`,
    `${option} "${text}": a whole number from ${least} to ${most} is needed.`,
  );
}

function checkedOrigin(text: string, lang: Lang): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw usage(
    lang,
    `--origin "${text}": viết giao thức và tên máy, không có đường dẫn, ví dụ https://noi-bo.example.`,
    `--origin "${text}": write the scheme and the host without a path, for example https://intranet.example.`,
  );
}

function taken(error: unknown, port: number, lang: Lang): unknown {
  const code = systemCode(error);
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  return usage(
    lang,
    `Cổng ${port} ${code === 'EACCES' ? 'không được phép dùng' : 'đang có chương trình khác dùng'}. Chọn cổng khác bằng --port.`,
    `Port ${port} ${code === 'EACCES' ? 'may not be used' : 'is used by another program'}. Choose another with --port.`,
  );
}

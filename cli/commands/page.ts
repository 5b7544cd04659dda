import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { writeOutput } from '../files/output-file.ts';
import { orNothing } from '../files/system-fault.ts';
import { EXIT, Exit } from '../exit.ts';
import { hostLang, type Host } from '../host.ts';
import { spoken } from '../language.ts';

interface PageFlags {
  readonly output: string;
  readonly quiet?: boolean;
  readonly lang?: string;
}

/** Where the page stands, seen from the bundle, from the compiled command and from the source. */
const PLACES = ['../nd178.html', '../../nd178.html', '../../dist/nd178.html'];

/** `nd178 page`: the page that does all of this in a browser, as one file (trang một tệp, mở từ đĩa). */
export function registerPage(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  program
    .command('page')
    .description(
      say(
        'Ghi trang tính một tệp: mở bằng trình duyệt, không cần cài đặt, không gửi gì đi',
        'Write the page: one file that runs in a browser, with nothing installed and nothing sent',
      ),
    )
    .option('-o, --output <file>', say('tệp; "-" là đầu ra chuẩn', 'the file; "-" is standard output'), 'nd178.html')
    .option('--quiet', say('không in lời dẫn', 'no talk on standard error'))
    .option('--lang <lang>', say('ngôn ngữ', 'language'))
    .action((flags: PageFlags) => writePage(flags, host));
}

async function writePage({ output, quiet, lang: named }: PageFlags, host: Host): Promise<void> {
  const lang = hostLang(host, named);
  const page = await builtPage();
  if (page === undefined)
    throw new Exit(
      EXIT.internal,
      lang === 'vi'
        ? 'Bản này không kèm trang. Trong mã nguồn: npm run page.'
        : 'This copy comes without the page. In the source: npm run page.',
    );
  if (output === '-') return host.out(page);
  await writeOutput(output, (sink) => sink.write(Buffer.from(page, 'utf8')));
  const sentence =
    lang === 'vi' ? `Đã ghi ${output}. Mở bằng trình duyệt.` : `Written: ${output}. Open it with a browser.`;
  if (quiet !== true) host.err(`${sentence}\n`);
}

async function builtPage(): Promise<string | undefined> {
  for (const place of PLACES) {
    const text = await orNothing(readFile(new URL(place, import.meta.url), 'utf8'));
    if (text !== undefined) return text;
  }
  return undefined;
}

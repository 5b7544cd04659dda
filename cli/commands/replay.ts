import type { Command } from 'commander';
import { builtinLaw } from '../../src/law/builtin.ts';
import { EXIT, Exit } from '../exit.ts';
import { otherCommand } from '../input/other-command.ts';
import { goingOn, type Host } from '../host.ts';
import { spoken } from '../language.ts';
import { commonOptions, coreOptions } from '../options.ts';
import { asksWhatIf, replayFlags, type ReplayFlags } from '../replay/flags.ts';
import { receiptFile } from '../replay/receipt.ts';
import { replayFile } from '../replay/replay.ts';
import { whatIfFile } from '../replay/what-if.ts';
import { fileOf } from '../batch/place.ts';
import { FileRefused } from '../../src/messages/refused.ts';

const HELP = {
  vi: `
Ví dụ:
  nd178 replay ket-qua.ndjson                          có đúng luật mà bản ghi nêu không
  nd178 replay ket-qua.ndjson --chain niem-phong.ndjson nối chuỗi, in mã cuối
  nd178 replay niem-phong.ndjson --head sha256:...     có dòng nào bị xóa, thêm, đổi chỗ, sửa không
  nd178 replay ket-qua.ndjson --law nd178@2025-07-01 --unit "Đơn vị"
  nd178 replay ket-qua.ndjson --rules du-thao/         tác động của một dự thảo

Mã thoát: 0 tất cả đúng như đã ghi; 5 có khác biệt; 3 không đọc được bản ghi nào.`,
  en: `
Examples:
  nd178 replay results.ndjson                          is this what the law it names gives
  nd178 replay results.ndjson --chain sealed.ndjson    chain the records, print the head
  nd178 replay sealed.ndjson --head sha256:...         was a line removed, added, moved, altered
  nd178 replay results.ndjson --law nd178@2025-07-01 --unit "Department"
  nd178 replay results.ndjson --rules draft/           the effect of a draft decree

Exit codes: 0 all as recorded; 5 differences found; 3 no record could be read.`,
};

/** `nd178 replay`: recorded results computed again, or the effect of another law on all recorded people. */
export function registerReplay(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const command = program
    .command('replay')
    .description(
      say(
        'Tính lại các bản ghi theo đúng phiên bản luật đã nêu; hoặc tác động của một phiên bản khác',
        'Compute recorded results again under the law they name; or the effect of another version',
      ),
    )
    .argument(
      '<records>',
      say(
        'bản ghi: NDJSON, JSON, hoặc sổ tính do batch ghi; "-" là đầu vào chuẩn',
        'records: NDJSON, JSON, or a workbook that batch wrote; "-" is standard input',
      ),
    )
    .addHelpText('after', HELP[lang]);
  replayFlags(commonOptions(command, ['table', 'json', 'ndjson', 'md', 'html'])).action(
    async (file: string, flags: ReplayFlags) => {
      const files = [flags.output, flags.chain].some((one) => one !== undefined);
      const to = files ? goingOn(host) : host;
      const whatIf = flags.receipt === undefined && asksWhatIf(flags, lang);
      const core = await coreOptions(flags, host);
      const law = core.law ?? builtinLaw();
      try {
        if (flags.receipt !== undefined)
          return await receiptFile({ file, receipt: flags.receipt, core, law, host: to });
        if (whatIf) await whatIfFile({ file, flags, core: { ...core, law }, builtin: builtinLaw(), host: to });
        else await replayFile({ file, flags, lang: core.lang, law, host: to });
      } catch (error) {
        const advice = otherCommand('replay', file);
        if (advice && error instanceof Exit && error.code === EXIT.invalid && error.message !== '')
          throw new Exit(error.code, `${error.message}\n${advice[core.lang]}`);
        if (advice && error instanceof FileRefused && error.code === 'header')
          throw new FileRefused('other-command', { advice });
        throw error instanceof FileRefused ? error.in(fileOf(file)) : error;
      }
    },
  );
}

import { readFileSync } from 'node:fs';
import type { Lang } from '../src/base/text.ts';

/** The world outside the core, as the commands see it; a test gives its own. */
export interface Host {
  /** Data. */
  out(text: string): void;
  /** Talk. */
  err(text: string): void;
  /** The text of a file, or of standard input for `-`. Throws the system's error. */
  read(file: string): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard input is a terminal, so that questions can be asked. */
  readonly asks: boolean;
  /** Whether stdout is a terminal that wants colour. */
  readonly colour: boolean;
  /** Whether progress may be shown on stderr. */
  readonly progress: boolean;
}

/** The real process. */
export function processHost(): Host {
  const { env, stdin, stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    read: (file) => readFileSync(file === '-' ? 0 : file, 'utf8'),
    env,
    asks: stdin.isTTY === true && stderr.isTTY === true,
    colour: stdout.isTTY === true && !env['NO_COLOR'],
    progress: stderr.isTTY === true,
  };
}

/** The language of messages: `--lang`, else the environment, else Vietnamese. */
export function hostLang(host: Host, wanted: string | undefined): Lang {
  if (wanted === 'vi' || wanted === 'en') return wanted;
  const locale = host.env['ND178_LANG'] ?? host.env['LC_ALL'] ?? host.env['LC_MESSAGES'] ?? host.env['LANG'] ?? '';
  return /^en/i.test(locale) ? 'en' : 'vi';
}

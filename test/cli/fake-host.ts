import { readFileSync } from 'node:fs';
import type { World as Outside } from '../../cli/host.ts';
import { run } from '../../cli/run.ts';

/** What one command line did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The world of a test: files by name, answers to questions, environment. */
export interface World {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly answers?: readonly (string | undefined)[];
  readonly colour?: boolean;
}

/** Runs a command line against a fake host; real files are read only from `examples/`. */
export async function nd178(args: readonly string[], world: World = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const answers = [...(world.answers ?? [])];
  const host: Outside = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    read: (file) => {
      const text = world.files?.[file] ?? (file.startsWith('examples/') ? readFileSync(file, 'utf8') : undefined);
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return text;
    },
    ...(world.answers === undefined
      ? {}
      : {
          ask: (question: string) => {
            err += question + '\n';
            return Promise.resolve(answers.shift());
          },
        }),
    env: world.env ?? {},
    asks: world.answers !== undefined,
    colour: world.colour ?? false,
    progress: false,
  };
  const code = await run(args, host);
  return { code, out, err };
}

/** An output with the hashes of the law left out, so that a comment in a rule file changes no expected output. */
export function unhashed(text: string): string {
  return text.replace(/sha256:[0-9a-f]{64}/g, 'sha256:…').replace(/sha256:[0-9a-f]+\n\s+[0-9a-f]+/g, 'sha256:…');
}

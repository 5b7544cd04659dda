import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
// @ts-expect-error: a script of the build, in plain JavaScript.
import { notices as made } from '../../cli/notices.mjs';

const notices = made as (inputs: readonly string[], names: readonly string[], root: string) => string;

it('the notices hold the licence of every package that the bundle holds, and of those installed beside it', async () => {
  const { metafile } = await build({
    entryPoints: ['cli/main.ts', 'cli/batch/thread.ts'],
    outdir: 'unused',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    external: ['tinypool'],
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs);
  const text = notices(inputs, ['tinypool'], process.cwd());
  const bundled = inputs.flatMap((input) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
  const named = [...text.matchAll(/^-{80}\n\n(\S+) \d+\.\S+\nLicence: (\S+)$/gm)].map(([, name]) => name);
  expect(named).toEqual([...new Set([...bundled, ...Object.keys(dependencies)])].sort());
  expect(named).toContain('xmlchars');
  // The text of a licence, not its name alone; one package holds none.
  expect(text.match(/Permission (?:is hereby granted|to use, copy)|Redistribution and use|Apache License/g)?.length).toBeGreaterThanOrEqual(named.length - 1); // prettier-ignore
  expect(text.match(/holds no text of its licence/g)).toHaveLength(1);
});

it('a package that states no licence, or is not there, ends the build', () => {
  expect(() => notices([], ['no-such-package'], process.cwd())).toThrow('no-such-package is not installed');
});

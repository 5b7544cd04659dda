// The licences of everything that the bundle holds, and of what is installed beside it, from the packages themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const LICENCE = /^(licen[cs]e|copying|notice)(\.\w+)?$/i;

/** Where packages stand that the inputs of a bundle came from, and those of these names with what they depend on. */
function foldersOf(inputs, names, root) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(resolve(root, input).replaceAll('\\', '/'));
    if (found) folders.add(found[1]);
  }
  const add = (name, from) => {
    for (let at = from; ; at = dirname(at)) {
      const folder = join(at, 'node_modules', name);
      if (existsSync(folder)) {
        if (!folders.has(folder)) {
          folders.add(folder);
          for (const one of Object.keys(manifest(folder).dependencies ?? {})) add(one, folder);
        }
        return;
      }
      if (dirname(at) === at) throw new Error(`${name} is not installed`);
    }
  };
  for (const name of names) add(name, root);
  return folders;
}

function manifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The notices of all these packages, by name. Throws where a package states no licence at all. */
export function notices(inputs, names, root) {
  const packages = new Map();
  for (const folder of foldersOf(inputs, names, root)) {
    const { name, version, license, author, repository } = manifest(folder);
    if (!license) throw new Error(`${name} states no licence`);
    const texts = readdirSync(folder)
      .filter((file) => LICENCE.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
    const by = typeof author === 'object' ? author.name : (author ?? '').replace(/\s*<.*/, '');
    const home = (typeof repository === 'object' ? repository.url : (repository ?? '')).replace(/^git\+/, '');
    const stated = [`Licence: ${license}`, ...(by ? [`Author: ${by}`] : []), ...(home ? [`Source: ${home}`] : [])];
    const text = texts.length > 0 ? texts : [`The package holds no text of its licence; it states: ${license}.`];
    packages.set(name, [`${name} ${version}`, ...stated, '', ...text].join('\n'));
  }
  const sorted = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  const head = 'nd178 holds, or is installed with, the following packages of others. Their licences:';
  return [head, ...sorted].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

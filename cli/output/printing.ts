import { visible } from '../../src/base/printable.ts';
import type { Host, World } from '../host.ts';

/** The colours of a laid-out text; nothing else may steer a terminal. */
const COLOURS = /(\u001b\[(?:0|1|2|31|32|33)m)/;

const ERASE = '\r\u001b[K';

/** The mark by which spreadsheets know UTF-8, where an output begins with it. */
const MARK = '\ufeff';

/**
 * The one way to standard output and standard error: whatever a text took from an input, a name or an option, no
 * character of it steers a terminal.
 */
export function printing(world: World): Host {
  let hasBegun = false;
  const data = (text: string, safe: (text: string) => string): string => {
    const marked = !hasBegun && text.startsWith(MARK);
    hasBegun = true;
    return marked ? MARK + safe(text.slice(1)) : safe(text);
  };
  const { ask, outLater } = world;
  return {
    ...world,
    out: (text) => world.out(data(text, visible)),
    styled: (text) => world.out(data(text, world.colour ? coloured : visible)),
    ...(outLater ? { outLater: (text) => outLater(data(text, visible)) } : {}),
    err: (text) => world.err(visible(text)),
    status: (text) => world.err(ERASE + visible(text)),
    ...(ask ? { ask: (question) => ask(visible(question)) } : {}),
  };
}

function coloured(text: string): string {
  return text
    .split(COLOURS)
    .map((part, at) => (at % 2 === 1 ? part : visible(part)))
    .join('');
}

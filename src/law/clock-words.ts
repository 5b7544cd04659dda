import type { Words } from '../base/text.ts';
import type { ClockProvision } from './provision.ts';

/** A side of a term in the words of these clocks. */
export function clockSide(clocks: readonly ClockProvision[], word: string): Words | undefined {
  const side = sideOf(clocks, word);
  if (!side) return undefined;
  const { vi, en } = side;
  return side.inside
    ? { vi: `trong ${vi} tháng đầu`, en: `within the first ${en} months` }
    : { vi: `từ tháng thứ ${vi} trở đi`, en: `from month ${en} on` };
}

/** A side of a term in few words, by the clocks that define it; undefined where none does. */
export function windowTitle(clocks: readonly ClockProvision[], word: string): Words | undefined {
  const side = sideOf(clocks, word);
  if (!side) return undefined;
  const { vi, en } = side;
  return side.inside
    ? { vi: `trong ${vi} tháng đầu`, en: `first ${en} months` }
    : { vi: `từ tháng thứ ${vi}`, en: `from month ${en}` };
}

/** Which side of these terms a word names, and their months: "12", "12 or 18". */
function sideOf(clocks: readonly ClockProvision[], word: string): (Words & { readonly inside: boolean }) | undefined {
  const inside = clocks.some((clock) => clock.inside === word);
  const side = inside ? 'inside' : 'outside';
  const months = clocks.filter((clock) => clock[side] === word).map((clock) => clock.months + (inside ? 0 : 1));
  if (months.length === 0) return undefined;
  const all = [...new Set(months)].sort((a, b) => a - b);
  return { inside, vi: all.join(' hoặc '), en: all.join(' or ') };
}

import { visible } from '../src/base/printable.ts';

/** Offers bytes or a text to be saved under a name; nothing leaves the machine. */
export function save(name: string, content: string | Uint8Array<ArrayBuffer>): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(visible(content)) : content;
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** The browser has begun to save by then. */
const KEPT_MS = 60_000;

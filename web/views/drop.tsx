import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { sayIn } from '../words.ts';

interface DropProps {
  readonly lang: Lang;
  readonly name: string;
  readonly accept: string;
  readonly hint: string;
  readonly take: (file: File) => void;
}

/** A place to drop a file on; a button does the same by the keyboard. */
export function Drop({ lang, name, accept, hint, take }: DropProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const took = (files: FileList | null | undefined): void => {
    const [file] = files ?? [];
    if (file) take(file);
    if (input.current) input.current.value = '';
  };
  return (
    <div
      class={`drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        took(event.dataTransfer?.files);
      }}
    >
      <button type="button" class="primary" onClick={() => input.current?.click()}>
        {sayIn(lang)('drop')}
      </button>
      <input
        ref={input}
        type="file"
        name={name}
        class="unseen"
        tabIndex={-1}
        aria-label={sayIn(lang)('drop')}
        accept={accept}
        onChange={(event) => took(event.currentTarget.files)}
      />
      <p class="muted">{hint}</p>
    </div>
  );
}

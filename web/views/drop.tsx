import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { sayIn } from '../words.ts';

interface DropProps {
  readonly lang: Lang;
  readonly name: string;
  readonly accept: string;
  readonly hint: string;
  /** Whether several files may come at once. */
  readonly several?: boolean;
  readonly take: (files: readonly [File, ...File[]]) => void;
}

/** A place to drop files on; a button does the same by the keyboard. */
export function Drop({ lang, name, accept, hint, several = false, take }: DropProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const say = sayIn(lang)(several ? 'dropSeveral' : 'drop');
  const took = (files: FileList | null | undefined): void => {
    const [first, ...others] = files ?? [];
    if (first) take([first, ...(several ? others : [])]);
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
        {say}
      </button>
      <input
        ref={input}
        type="file"
        name={name}
        class="unseen"
        tabIndex={-1}
        aria-label={say}
        accept={accept}
        multiple={several}
        onChange={(event) => took(event.currentTarget.files)}
      />
      <p class="muted">{hint}</p>
    </div>
  );
}

import type { JSX } from 'preact';
import type { Lang } from '../../src/base/text.ts';
import { sayIn, type PageWord } from '../words.ts';

interface TabsProps<T extends PageWord> {
  readonly names: readonly T[];
  readonly chosen: T;
  readonly lang: Lang;
  readonly choose: (name: T) => void;
  readonly label: PageWord;
}

/** Tabs as the keyboard expects them: one stop, arrows between them, Home and End. */
export function Tabs<T extends PageWord>({ names, chosen, lang, choose, label }: TabsProps<T>): JSX.Element {
  const say = sayIn(lang);
  const moved = (key: string): number | undefined => {
    const at = names.indexOf(chosen);
    if (key === 'ArrowRight') return (at + 1) % names.length;
    if (key === 'ArrowLeft') return (at + names.length - 1) % names.length;
    if (key === 'Home') return 0;
    return key === 'End' ? names.length - 1 : undefined;
  };
  return (
    <div class="tabs" role="tablist" aria-label={say(label)}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={name === chosen ? `panel-${name}` : undefined}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => choose(name)}
          onKeyDown={(event) => {
            const to = moved(event.key);
            const next = to === undefined ? undefined : names[to];
            if (next === undefined) return;
            event.preventDefault();
            choose(next);
            document.getElementById(`tab-${next}`)?.focus();
          }}
        >
          {say(name)}
        </button>
      ))}
    </div>
  );
}

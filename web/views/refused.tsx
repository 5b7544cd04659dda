import type { ComponentChildren, JSX } from 'preact';
import type { Lang } from '../../src/base/text.ts';
import { sayIn } from '../words.ts';
import type { Job } from './job-state.ts';

interface RefusedProps {
  readonly job: Job<unknown>;
  readonly lang: Lang;
  /** A way out that can be offered at once. */
  readonly children?: ComponentChildren;
}

/** Why a file is refused, or that the work was stopped. */
export function Refused({ job: { phase }, lang, children }: RefusedProps): JSX.Element | null {
  if (phase.is !== 'refused' && phase.is !== 'stopped') return null;
  return (
    <div class="notice" role="alert">
      <p class="told">{phase.is === 'stopped' ? sayIn(lang)('stopped') : phase.message}</p>
      {children}
    </div>
  );
}

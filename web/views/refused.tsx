import type { ComponentChildren, JSX } from 'preact';
import type { Job } from './job-state.ts';

interface RefusedProps {
  readonly job: Job<unknown>;
  /** A way out that can be offered at once. */
  readonly children?: ComponentChildren;
}

/** Why a file is refused. */
export function Refused({ job: { phase }, children }: RefusedProps): JSX.Element | null {
  if (phase.is !== 'refused') return null;
  return (
    <div class="notice" role="alert">
      <p class="told">{phase.message}</p>
      {children}
    </div>
  );
}

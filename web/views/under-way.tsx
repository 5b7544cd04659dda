import type { JSX } from 'preact';
import type { Lang } from '../../src/base/text.ts';
import { sayIn } from '../words.ts';
import type { Job } from './job-state.ts';

interface UnderWayProps {
  readonly job: Job<unknown>;
  readonly lang: Lang;
  /** What is said once when the work is done. */
  readonly done?: string | undefined;
}

/** How far a work has come, why it was refused, and what became of a file that was asked for. */
export function UnderWay({ job, lang, done }: UnderWayProps): JSX.Element {
  const { name, phase, making, unmade, kept, stop } = job;
  const say = sayIn(lang);
  return (
    <>
      <div role="status" aria-live="polite">
        {phase.is === 'working' && <p>{`${name}: ${phase.line}`}</p>}
        {phase.is === 'done' && done !== undefined && <p class="unseen">{done}</p>}
        {making && <p>{say('making')}</p>}
      </div>
      {phase.is === 'working' && (
        <div class="bar">
          <progress max={1} value={phase.fraction} aria-label={say('working')} />
          <button type="button" onClick={stop}>
            {say('stop')}
          </button>
        </div>
      )}
      {kept.length > 0 && (
        <div class="notice kept-heads" role="status">
          <ul>
            {kept.map((one) => (
              <li key={one.name}>
                {`${one.name}: ${say('headOf')} `}
                <code>{one.head}</code>
              </li>
            ))}
          </ul>
          <p>{say('keepHead')}</p>
        </div>
      )}
      {unmade !== undefined && (
        <div class="notice" role="alert">
          <p class="told">{unmade}</p>
        </div>
      )}
    </>
  );
}

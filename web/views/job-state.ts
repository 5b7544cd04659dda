import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { save } from '../save.ts';
import { sayIn } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import type { Answer, Task } from '../work/protocol.ts';

/** How far a work has come. */
export type Phase<T> =
  | { readonly is: 'empty' }
  | { readonly is: 'working'; readonly line: string; readonly fraction: number | undefined }
  | { readonly is: 'done'; readonly told: T }
  | { readonly is: 'refused'; readonly message: string; readonly sheets?: readonly string[] };

/** A work in the worker, and what can be asked of it. */
export interface Job<T> {
  /** The names of the files that it is about. */
  readonly name: string;
  readonly phase: Phase<T>;
  /** Whether a file is being made. */
  readonly making: boolean;
  /** Why a file was not made. */
  readonly unmade: string | undefined;
  /** Begins anew; what was under way ends. */
  readonly start: (task: Task, name: string) => void;
  /** Has a file made, which is offered to be saved. */
  readonly make: (task: Task) => void;
  readonly stop: () => void;
}

/** Keeps the work that is in a worker; `told` takes the answer that ends it. */
export function useJob<T>(worker: WorkerClient, lang: Lang, told: (answer: Answer) => T | undefined): Job<T> {
  const say = sayIn(lang);
  const [name, setName] = useState('');
  const [phase, setPhase] = useState<Phase<T>>({ is: 'empty' });
  const [making, setMaking] = useState(false);
  // An answer may come before the page has been drawn anew.
  const asked = useRef(false);
  const [unmade, setUnmade] = useState<string>();
  const makes = (now: boolean): void => {
    asked.current = now;
    setMaking(now);
  };
  useEffect(() => {
    worker.onanswer = (answer) => {
      if (answer.kind === 'progress') return setPhase({ is: 'working', line: answer.line, fraction: answer.fraction });
      if (answer.kind === 'file') save(answer.name, answer.bytes);
      const ended = told(answer);
      if (ended !== undefined) return setPhase({ is: 'done', told: ended });
      const message = 'message' in answer ? messageOf(answer, say('failed')) : undefined;
      if (asked.current) {
        makes(false);
        setUnmade(message);
      } else if (message !== undefined) {
        const sheets = answer.kind === 'refused' && answer.sheets ? { sheets: answer.sheets } : {};
        setPhase({ is: 'refused', message, ...sheets });
      }
    };
  }, [worker, lang]);
  return {
    ...{ name, phase, making, unmade },
    start: (task, called) => {
      worker.stop();
      setName(called);
      makes(false);
      setUnmade(undefined);
      setPhase({ is: 'working', line: say('working'), fraction: 0 });
      worker.send(task);
    },
    make: (task) => {
      makes(true);
      setUnmade(undefined);
      worker.send(task);
    },
    stop: () => {
      worker.stop();
      setPhase({ is: 'refused', message: say('stopped') });
    },
  };
}

function messageOf(answer: Extract<Answer, { readonly message: string }>, failed: string): string {
  return answer.kind === 'failed' ? `${failed}: ${answer.message}` : answer.message;
}

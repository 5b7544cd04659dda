import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { save } from '../save.ts';
import { sayIn } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import type { Answer, Kept, Made, Task } from '../work/protocol.ts';

/** How far a work has come. */
export type Phase<T> =
  | { readonly is: 'empty' }
  | { readonly is: 'working'; readonly line: string; readonly fraction: number | undefined }
  | { readonly is: 'done'; readonly told: T }
  | { readonly is: 'stopped' }
  | { readonly is: 'refused'; readonly message: string; readonly sheets?: readonly string[] };

/** A task on files. */
type FileTask = Extract<Task, { readonly order: object }>;

/** A work in the worker, and what can be asked of it. */
export interface Job<T> {
  /** The names of the files that it is about. */
  readonly name: string;
  readonly phase: Phase<T>;
  /** Whether a file is being made. */
  readonly making: boolean;
  /** Why a file was not made. */
  readonly unmade: string | undefined;
  /** The heads of the files that were made, to be kept in another place. */
  readonly kept: readonly Kept[];
  /** Begins anew; what was under way ends. */
  readonly start: (task: Task, name: string) => void;
  /** Has a file made, which is offered to be saved. */
  readonly make: (task: Task) => void;
  readonly stop: () => void;
}

/**
 * Keeps the work that is in a worker; `told` takes the answer that ends it. What files gave is worked out anew from the same
 * files when the language changes, so that nothing is told in two.
 */
export function useJob<T>(worker: WorkerClient, lang: Lang, told: (answer: Answer) => T | undefined): Job<T> {
  const say = sayIn(lang);
  const [name, setName] = useState('');
  const [phase, setPhase] = useState<Phase<T>>({ is: 'empty' });
  const files = useFiles();
  const held = useRef<FileTask>(null);
  useEffect(() => {
    worker.onanswer = (answer) => {
      if (answer.kind === 'progress') return setPhase({ is: 'working', line: answer.line, fraction: answer.fraction });
      if (answer.kind === 'file') files.save(answer);
      const ended = told(answer);
      if (ended !== undefined) return setPhase({ is: 'done', told: ended });
      const message = 'message' in answer ? messageOf(answer, say('failed')) : undefined;
      if (files.asked()) files.end(message);
      else if (message !== undefined) {
        const sheets = answer.kind === 'refused' && answer.sheets ? { sheets: answer.sheets } : {};
        setPhase({ is: 'refused', message, ...sheets });
      }
    };
  }, [worker, lang]);
  const begin = (task: Task): void => {
    worker.stop();
    held.current = 'order' in task ? task : null;
    files.end();
    setPhase({ is: 'working', line: say('working'), fraction: 0 });
    worker.send(task);
  };
  const make = (task: Task): void => {
    files.ask(task);
    worker.send(task);
  };
  useLayoutEffect(() => {
    const task = held.current;
    if (!task || task.order.lang === lang) return;
    const asked = files.asked();
    begin({ ...task, order: { ...task.order, lang } } as FileTask);
    if (asked) make(asked);
  }, [lang]);
  return {
    ...{ name, phase, make, making: files.making, unmade: files.unmade, kept: files.kept },
    start: (task, called) => {
      setName(called);
      files.forget();
      begin(task);
    },
    stop: () => {
      worker.stop();
      held.current = null;
      files.end();
      setPhase({ is: 'stopped' });
    },
  };
}

/** The files that are made of a work. */
interface Files extends Pick<Job<unknown>, 'making' | 'unmade' | 'kept'> {
  /** The task of the file that is being made. */
  readonly asked: () => Task | null;
  readonly ask: (task: Task) => void;
  /** No file is being made any longer; why not, where it failed. */
  readonly end: (why?: string) => void;
  readonly save: (made: Made) => void;
  /** What was kept of another work. */
  readonly forget: () => void;
}

function useFiles(): Files {
  const [making, setMaking] = useState(false);
  const [unmade, setUnmade] = useState<string>();
  const [kept, setKept] = useState<readonly Kept[]>([]);
  // An answer may come before the page has been drawn anew.
  const asked = useRef<Task>(null);
  const becomes = (task: Task | null, why?: string): void => {
    asked.current = task;
    setMaking(task !== null);
    setUnmade(why);
  };
  return {
    ...{ making, unmade, kept },
    asked: () => asked.current,
    ask: (task) => becomes(task),
    end: (why) => becomes(null, why),
    save: ({ name, bytes, head }) => {
      save(name, bytes);
      if (head !== undefined) setKept((before) => [...before.filter((one) => one.name !== name), { name, head }]);
    },
    forget: () => setKept([]),
  };
}

function messageOf(answer: Extract<Answer, { readonly message: string }>, failed: string): string {
  return answer.kind === 'failed' ? `${failed}: ${answer.message}` : answer.message;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../src/base/text.ts';
import { progressLine } from '../../src/list/summary-text.ts';
import { save } from '../save.ts';
import { sayIn } from '../words.ts';
import type { WorkerClient } from '../work/client.ts';
import type { Answer, ListOrder, ListTold, Product } from '../work/protocol.ts';

/** How far a list has come. */
export type Phase =
  | { readonly is: 'empty' }
  | { readonly is: 'working'; readonly line: string; readonly fraction: number | undefined }
  | { readonly is: 'listed'; readonly told: ListTold }
  | { readonly is: 'refused'; readonly message: string; readonly sheets?: readonly string[] };

/** A list in the worker, and what can be asked of it. */
export interface ListState {
  readonly file: File | undefined;
  readonly phase: Phase;
  /** Whether a file is being made. */
  readonly making: boolean;
  readonly take: (file: File, order: Omit<ListOrder, 'lang'>) => void;
  readonly make: (product: Product) => void;
  readonly template: (examples: boolean) => void;
  readonly stop: () => void;
}

/** Keeps the list that is in the worker. */
export function useList(worker: WorkerClient, lang: Lang): ListState {
  const say = sayIn(lang);
  const [file, setFile] = useState<File>();
  const [phase, setPhase] = useState<Phase>({ is: 'empty' });
  const [making, setMaking] = useState(false);
  const start = useRef(0);
  const told = (answer: Answer): Phase | undefined => {
    switch (answer.kind) {
      case 'progress': {
        const { rows, refused, fraction } = answer;
        const rate = Math.round(rows / Math.max(0.001, (performance.now() - start.current) / 1000));
        return { is: 'working', line: progressLine({ rows, refused, rate, left: undefined }, lang), fraction };
      }
      case 'listed':
        return { is: 'listed', told: answer.told };
      case 'refused':
        return { is: 'refused', message: answer.message, ...(answer.sheets ? { sheets: answer.sheets } : {}) };
      case 'failed':
        return { is: 'refused', message: `${say('failed')}: ${answer.message}` };
      case 'file':
        save(answer.name, answer.bytes);
        return undefined;
    }
  };
  useEffect(() => {
    worker.onanswer = (answer) => {
      if (answer.kind === 'file' || answer.kind === 'failed') setMaking(false);
      const next = told(answer);
      if (next) setPhase(next);
    };
  }, [worker, lang]);
  return {
    ...{ file, phase, making },
    take: (next, order) => {
      worker.stop();
      start.current = performance.now();
      setFile(next);
      setMaking(false);
      setPhase({ is: 'working', line: say('working'), fraction: 0 });
      worker.send({ kind: 'list', file: next, order: { lang, ...order } });
    },
    make: (product) => {
      setMaking(true);
      worker.send({ kind: 'make', product });
    },
    template: (examples) => worker.send({ kind: 'template', lang, examples }),
    stop: () => {
      worker.stop();
      setPhase({ is: 'refused', message: say('stopped') });
    },
  };
}

import type { Answer, Task } from './protocol.ts';

/** The worker of the page, made of the page's own text when it is first asked for. */
export class WorkerClient {
  #worker: Worker | undefined;
  readonly #text: () => string;
  /** Told of every answer. */
  onanswer: (answer: Answer) => void = () => undefined;

  /** `text`: the script of the page. */
  constructor(text: () => string) {
    this.#text = text;
  }

  /** Gives the worker a task. */
  send(task: Task): void {
    this.#worker ??= this.#started();
    this.#worker.postMessage(task);
  }

  /** Ends the work under way; what was worked out is forgotten. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #started(): Worker {
    const url = URL.createObjectURL(new Blob([this.#text()], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => this.onanswer(data);
    worker.onerror = ({ message }) => this.onanswer({ kind: 'failed', message });
    return worker;
  }
}

/** An end of a channel as browsers and Node.js both have it, whatever else their types say of it. */
interface Listening {
  onmessage: (() => void) | null;
  close(): void;
}

/**
 * Lets whatever else waits have its turn: timers, input, the screen. A message to oneself does so in Node.js and in
 * browsers alike, without a clock.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = port1 as unknown as Listening;
    end.onmessage = () => {
      end.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** What ends a run between two rows: an `AbortSignal` is one. Named by itself, so that the types need no browser and no Node.js. */
export interface StopSignal {
  readonly aborted: boolean;
  /** Throws the reason, once aborted. */
  throwIfAborted(): void;
}

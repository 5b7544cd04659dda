/**
 * The classes of the web that the core may use: they are the same in browsers and in Node.js. Whatever is not declared
 * here, a clock and a network among it, does not type-check in `src`.
 */

declare class TextDecoder {
  constructor(encoding?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare class ReadableStream<T> {
  constructor(
    source: {
      pull(controller: { enqueue(chunk: T): void; close(): void }): void | PromiseLike<void>;
      cancel?(reason?: unknown): void | PromiseLike<void>;
    },
    strategy?: { readonly highWaterMark?: number },
  );
  getReader(): {
    read(): Promise<{ readonly done: false; readonly value: T } | { readonly done: true; readonly value?: undefined }>;
    cancel(reason?: unknown): Promise<void>;
  };
}

declare class WritableStream {
  abort(reason?: unknown): Promise<void>;
}

declare class TransformStream<T> {
  readonly readable: ReadableStream<T>;
  readonly writable: WritableStream;
}

declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}

interface MessagePort {
  postMessage(message: unknown): void;
}

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

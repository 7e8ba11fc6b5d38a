/** Where a door writes, a stream of Node or anything like it. */
export interface Sink {
  write(text: string): boolean;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  off(event: 'drain' | 'close', listener: () => void): unknown;
  readonly destroyed?: boolean;
}

/** Writes, and waits where the reader is slower than we are. False where the reader has gone (`| head`). */
export async function write(sink: Sink, text: string): Promise<boolean> {
  if (sink.destroyed) return false;
  if (sink.write(text)) return !sink.destroyed;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      sink.off('drain', done);
      sink.off('close', done);
      resolve();
    };
    sink.once('drain', done);
    sink.once('close', done);
  });
  return !sink.destroyed;
}

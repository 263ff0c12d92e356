/** Tells who waits for something that it may have moved. They look for themselves, after the transaction of the move. */
export interface Watchers<T> {
  tell(moved: T): void;
  /** Calls back until the returned function is called. */
  watch(listener: (moved: T) => void): () => void;
}

export function createWatchers<T>(): Watchers<T> {
  const listeners = new Set<(moved: T) => void>();
  return {
    // A move may be part of a longer transaction, which is synchronous: by the next microtask it has ended.
    tell: (moved) => queueMicrotask(() => [...listeners].forEach((listener) => void listener(moved))),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

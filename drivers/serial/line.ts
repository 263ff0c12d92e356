/** A byte line to a device. A driver knows no more of the port than this. */
export interface ByteLine {
  /** Hands bytes over. `done` is called once with whether the port took them: that is not "sent", let alone "printed". */
  write(bytes: Uint8Array, done: (taken: boolean) => void): void;
  /** Idempotent; never throws. No event comes after it. */
  close(): void;
}

export interface LineEvents {
  readonly onData: (chunk: Uint8Array) => void;
  /** The line is gone (unplugged, port error). Called at most once. */
  readonly onLost: (reason: string) => void;
}

/** Opens the line, or resolves with null where it cannot be opened now. Never rejects. */
export type OpenLine = (path: string, baudRate: number, events: LineEvents) => Promise<ByteLine | null>;

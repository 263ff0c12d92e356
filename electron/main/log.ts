/** One JSON line per event on stderr. Facts hold no personal data: the main process never reads a frame. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: Readonly<Record<string, unknown>>) => void;

export const stderrLog: Log = (level, event, facts = {}) => {
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), from: 'electron', level, event, ...facts })}\n`,
  );
};

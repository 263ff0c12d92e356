/** One JSON line per event on stderr. Facts hold no personal data: the shell never sees any. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: Readonly<Record<string, unknown>>) => void;

export const stderrLog: Log = (level, event, facts = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), from: 'shell', level, event, ...facts })}\n`);
};

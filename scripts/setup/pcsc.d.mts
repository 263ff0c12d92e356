/** The PC/SC service with the virtual reader, for programs that are TypeScript; see pcsc.mjs. */
export function startPcsc(
  signal?: AbortSignal,
): Promise<{ readonly env: Readonly<Record<string, string>>; stop(): Promise<void> }>;

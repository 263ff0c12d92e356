import { type ApiEvent, apiEventSchema } from '../../common/contracts/billing/terminal.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';

/** How long to listen: until so many events came or so much time is over; null: until somebody ends it. */
export interface Listening {
  readonly count: number | null;
  readonly seconds: number | null;
}

/** A stream says something, or that it is still there, every 15 s; silence for longer is a line that is dead, ms. */
const SILENT_MS = 45_000;

const PREFIX = 'data: ';

/** The event of one line of the stream; null where it bears none, or none that this version knows. */
function eventOf(line: string): ApiEvent | null {
  if (!line.startsWith(PREFIX)) return null;
  try {
    const read = apiEventSchema.safeParse(JSON.parse(line.slice(PREFIX.length)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The lines of a body as they come, the unfinished one kept back. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/**
 * Follows `GET /events` on loopback and tells each event as it comes. Ok: it has listened as long as it was to; the
 * failure: there is no stream (the status and what was said), or the terminal ended it, or it fell silent.
 */
export async function followEvents(
  port: number,
  token: string,
  { count, seconds }: Listening,
  tell: (event: ApiEvent) => void,
): Promise<Result<void, string>> {
  const end = new AbortController();
  const over = seconds === null ? null : setTimeout(() => end.abort('over'), seconds * 1000);
  let silence: NodeJS.Timeout | null = null;
  const heard = (): void => {
    if (silence !== null) clearTimeout(silence);
    silence = setTimeout(() => end.abort('silent'), SILENT_MS);
  };
  let told = 0;
  try {
    heard();
    const answer = await fetch(`http://127.0.0.1:${port}/minka/v1/events`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
      redirect: 'error',
      signal: end.signal,
    });
    if (answer.status !== 200 || answer.body === null) return err(`${answer.status} ${await answer.text()}`);
    for await (const line of linesOf(answer.body)) {
      heard();
      const event = eventOf(line);
      if (event === null) continue;
      tell(event);
      told += 1;
      if (count !== null && told >= count) return ok(undefined);
    }
    return err('the terminal ended the stream');
  } catch (cause) {
    if (end.signal.reason === 'over') return ok(undefined);
    return err(end.signal.aborted ? 'silent' : cause instanceof Error ? cause.message : 'no answer');
  } finally {
    if (over !== null) clearTimeout(over);
    if (silence !== null) clearTimeout(silence);
    end.abort();
  }
}

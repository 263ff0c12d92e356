import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { scopeNames } from '../../common/contracts/billing/billing.ts';
import { tokenHash, writeApiClients } from '../../kiosk-config/api-clients.ts';
import { spawnBound } from '../../simulator/lab/children.ts';

/** What the example HIS answers; a line of its stdout. */
const outcomeSchema = z.object({
  encounterId: z.string(),
  kind: z.enum(['settled', 'refused', 'unknown']),
  code: z.string().nullable(),
  messageId: z.string().nullable(),
});
export type HisOutcome = z.output<typeof outcomeSchema>;
const paperSchema = z.object({ messageId: z.string(), outcome: z.string().nullable() });
const waitingSchema = z.object({ waiting: z.string() });

const MAIN = resolve('test/clients/his/main.ts');
/** How often the HIS asks again, ms. */
const EVERY_MS = 500;
/** The longest that one bill may take, with an unknown in it. */
const ANSWER_MS = 150_000;

/** Where the HIS keeps its token and its book, and where the terminal keeps who it is. */
export interface HisPlace {
  readonly tokenFile: string;
  readonly clientsFile: string;
  readonly bookFile: string;
}

/** Writes a client with every scope of its own encounters, and its token. */
export function enrolHis(dir: string): HisPlace {
  const place = {
    tokenFile: join(dir, 'his-api-token'),
    clientsFile: join(dir, 'api-clients.json'),
    bookFile: join(dir, 'his-book.jsonl'),
  };
  const token = randomBytes(32).toString('base64url');
  const client = { name: 'his', tokenSha256: tokenHash(token), scopes: [...scopeNames], expiresOn: '2099-12-31' };
  writeApiClients(place.clientsFile, { clients: [{ ...client, encounters: 'own' }] });
  writeFileSync(place.tokenFile, `${token}\n`, { mode: 0o600 });
  return place;
}

/** The hospital's own system: a process of its own, a stranger to this project. */
export interface HisProgram {
  /** One command, to its outcome. `onWaiting`: the terminal does not know yet, and is asked again. */
  ask(command: object, onWaiting?: () => Promise<void>): Promise<HisOutcome>;
  print(messageId: string): Promise<string | null>;
  /** What the program before it left open. */
  catchUp(): Promise<readonly HisOutcome[]>;
  /** As a crash would end it; whoever waits for an answer gets none. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export function startHis(runDir: string, { tokenFile, bookFile }: HisPlace): HisProgram {
  const port = readFileSync(join(runDir, 'his-api.port'), 'utf8').trim();
  const args = ['--url', `http://127.0.0.1:${port}`, '--token-file', tokenFile, '--books', bookFile];
  const child = spawnBound(process.execPath, [MAIN, ...args, '--every', `${EVERY_MS}`]);
  /** The answer to a command; each "not known yet" before it is told to `onWaiting`. */
  const said = async (command: object, onWaiting: () => Promise<void> = async () => {}): Promise<unknown> => {
    let line = child.nextLine(ANSWER_MS);
    child.send({ ...command });
    for (;;) {
      const told = await line;
      if (!waitingSchema.safeParse(told).success) return told;
      line = child.nextLine(ANSWER_MS);
      // Killed meanwhile: the caller hears it from `line`.
      line.catch(() => undefined);
      await onWaiting();
    }
  };
  return {
    ask: async (command, onWaiting) => outcomeSchema.parse(await said(command, onWaiting)),
    print: async (messageId) => paperSchema.parse(await said({ print: messageId })).outcome,
    catchUp: async () => z.array(outcomeSchema).parse(await said({ catchUp: true })),
    kill: child.kill,
    stop: child.stop,
  };
}

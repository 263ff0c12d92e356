import { z } from 'zod';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import { faultKinds, faultTargets } from '../../common/contracts/fault-kinds.ts';
import { parseFen } from '../../common/kernel/money.ts';
import type { Client } from '../../common/rpc/connect.ts';
import type { Lab } from '../lab/lab.ts';

/** What the witnesses are asked, each over its own interface, and checked on arrival. */

const centreSchema = z.object({
  settlements: z.array(
    z.object({
      msgid: z.string(),
      refundOf: z.string().nullable(),
      state: z.enum(['settled', 'refunded', 'reversed']),
      total: z.int(),
      funds: z.int(),
      account: z.int(),
      cash: z.int(),
    }),
  ),
});
export type CentreRow = z.output<typeof centreSchema>['settlements'][number];

const money = z.string().transform((text, context) => {
  const amount = parseFen(text);
  if (amount.ok) return Number(amount.value);
  context.addIssue({ code: 'custom', message: 'not an amount' });
  return z.NEVER;
});
const hisSchema = z.object({
  encounters: z.array(
    z.object({
      encounterId: z.string(),
      state: z.enum(['unpaid', 'held', 'settled']),
      settlement: z
        .object({ messageId: z.string(), total: money, funds: money, account: money, cashDue: money })
        .transform(({ messageId, cashDue, ...rest }) => ({ messageId, amounts: { ...rest, cash: cashDue } }))
        .nullable(),
    }),
  ),
});
export type HisRow = z.output<typeof hisSchema>['encounters'][number];

const faultsSchema = z.object({
  armed: z.array(
    z.object({
      id: z.int(),
      timesLeft: z.int(),
      fault: z.object({
        target: z.enum(faultTargets),
        kind: z.enum(faultKinds),
        infno: z.string().optional(),
        path: z.string().optional(),
        ms: z.int().optional(),
      }),
    }),
  ),
});
export type ArmedFault = z.output<typeof faultsSchema>['armed'][number];

const journalStates = ['intended', 'unknown', 'fencing', 'settled', 'refused', 'notSent', 'reversed'] as const;
const journalSchema = z.object({
  messageId: z.string(),
  encounterId: z.string(),
  state: z.enum(journalStates),
  totalFen: z.int(),
  fundsFen: z.int().nullable(),
  accountFen: z.int().nullable(),
  cashFen: z.int().nullable(),
});
export type JournalRow = z.output<typeof journalSchema>;

/** A row of the terminal's queue for the HIS that was not delivered. */
export interface QueueRow {
  readonly encounterId: string;
  readonly dead: boolean;
}

export interface JournalTold {
  readonly rows: readonly JournalRow[];
  readonly queue: readonly QueueRow[];
  readonly waiting: number;
  readonly setAside: number;
}

export interface Sources {
  centre(): Promise<readonly CentreRow[] | null>;
  his(): Promise<readonly HisRow[] | null>;
  faults(): Promise<readonly ArmedFault[] | null>;
  /** Null while the terminal cannot be reached: it restarts. */
  journal(): Promise<JournalTold | null>;
  close(): void;
}

const QUEUE_LIMIT = 200;

/** The witnesses of a lab; the link to the terminal is made again where it broke. */
export function createSources(lab: Lab): Sources {
  let link: Client<typeof controlLink> | null = null;
  let dialling = false;

  const ask = async <T extends z.ZodType>(schema: T, path: string): Promise<z.output<T> | null> =>
    lab.admin('GET', path).then(
      (body) => schema.safeParse(body).data ?? null,
      () => null,
    );
  const dial = (): void => {
    if (dialling) return;
    dialling = true;
    lab
      .control()
      .then(
        (client) => {
          link = client;
        },
        () => undefined,
      )
      .finally(() => {
        dialling = false;
      });
  };

  async function queueOf(client: Client<typeof controlLink>) {
    const list = await client.call('queueList', { limit: QUEUE_LIMIT });
    // The journal is not open yet, or cannot be read just now.
    if (!list.ok || 'ok' in list.value) return null;
    const open = list.value.rows.filter((row) => row.destination === 'his' && row.state !== 'delivered');
    const shown = await Promise.all(open.map((row) => client.call('queueShow', { id: row.id })));
    const queue = shown.flatMap((answer) =>
      answer.ok && answer.value.ok
        ? [{ encounterId: answer.value.row.group, dead: answer.value.row.state === 'dead' }]
        : [],
    );
    const { waiting, inFlight, dead } = list.value.counts;
    return { queue, waiting: waiting + inFlight, setAside: dead };
  }

  return {
    centre: async () => (await ask(centreSchema, '/admin/ledger'))?.settlements ?? null,
    his: async () => (await ask(hisSchema, '/admin/his'))?.encounters ?? null,
    faults: async () => (await ask(faultsSchema, '/admin/faults'))?.armed ?? null,
    async journal() {
      if (link === null) {
        dial();
        return null;
      }
      const client = link;
      const answer = await client.call('settlements', {}, { timeoutMs: 3000 });
      const rows = answer.ok ? z.array(journalSchema).safeParse(answer.value.rows) : null;
      const queue = answer.ok ? await queueOf(client) : null;
      if (rows?.success && queue !== null) return { rows: rows.data, ...queue };
      client.close();
      if (link === client) link = null;
      return null;
    },
    close: () => link?.close(),
  };
}

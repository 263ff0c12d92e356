import { z } from 'zod';
import { personaSchema } from '../drivers/card-reader/emulator/persona.ts';

/**
 * What may be asked of the emulators over `<run>/sim.sock`: one JSON object a line, `{"id":1,"cmd":"card.insert",…}`,
 * answered by `{"id":1,"ok":true,…}` or `{"id":1,"ok":false,"error":"…"}`.
 */
const slot = z.int().min(0).max(1).default(0);

const printerPatch = z
  .strictObject({
    charset: z.enum(['gb2312', 'gbk', 'gb18030']),
    paced: z.boolean(),
    baudRate: z.int().positive(),
    bufferBytes: z.int().positive(),
    mmPerSecond: z.number().positive(),
    processId: z.boolean(),
    automaticStatus: z.boolean(),
    clearsBuffers: z.boolean(),
    acknowledges: z.boolean(),
    lies: z.boolean(),
    junk: z.boolean(),
    rateBound: z.boolean(),
    power: z.boolean(),
    cable: z.boolean(),
    paper: z.enum(['plenty', 'nearEnd', 'out']),
    paperLeftMm: z.number().nullable(),
    coverOpen: z.boolean(),
    cutterJam: z.boolean(),
    jamAtCut: z.boolean(),
    fault: z.boolean(),
  })
  .partial();

const padPatch = z.strictObject({ power: z.boolean(), cable: z.boolean(), damage: z.int().min(0).max(100) }).partial();

export const simCommandSchema = z.discriminatedUnion('cmd', [
  /** `persona`: a whole persona, or the name of a file in simulator/personas ("second-generation"). */
  z.strictObject({
    id: z.int(),
    cmd: z.literal('card.insert'),
    persona: z.union([personaSchema, z.string().regex(/^[a-z0-9-]+(\.json)?$/)]),
    slot,
    /** Under one name it is one card for this process's life: its PIN tries stay. Without a name it is a new one. */
    card: z.string().min(1).max(40).optional(),
  }),
  /** The next card of this name is a new one. */
  z.strictObject({ id: z.int(), cmd: z.literal('card.renew'), card: z.string().min(1).max(40) }),
  z.strictObject({ id: z.int(), cmd: z.literal('card.remove'), slot }),
  z.strictObject({ id: z.int(), cmd: z.literal('card.status'), slot }),
  /** Types the digits and presses enter; waits up to `waitMs` for an entry to begin. */
  z.strictObject({
    id: z.int(),
    cmd: z.literal('pin.type'),
    digits: z.string().regex(/^\d{0,16}$/),
    intervalMs: z.int().min(0).max(5000).default(0),
    waitMs: z.int().min(0).max(60_000).default(5000),
  }),
  z.strictObject({
    id: z.int(),
    cmd: z.literal('pin.key'),
    key: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'enter', 'cancel', 'clear', 'backspace']),
  }),
  z.strictObject({ id: z.int(), cmd: z.literal('pin.status') }),
  z.strictObject({ id: z.int(), cmd: z.literal('pin.set'), settings: padPatch }),
  z.strictObject({ id: z.int(), cmd: z.literal('printer.set'), settings: printerPatch }),
  z.strictObject({ id: z.int(), cmd: z.literal('printer.status') }),
  /** Picture (PNG) and bytes of the paper so far, base64; with `dir` also written there as receipt.png/receipt.bin. */
  z.strictObject({ id: z.int(), cmd: z.literal('printer.paper'), dir: z.string().optional() }),
  z.strictObject({ id: z.int(), cmd: z.literal('printer.tear') }),
  /** What the printer itself has of each slip, oldest first: whole, confirmed, how long it stood still. */
  z.strictObject({ id: z.int(), cmd: z.literal('printer.slips') }),
]);
export type SimCommand = z.output<typeof simCommandSchema>;

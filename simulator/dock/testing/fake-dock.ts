import type { DockCommand } from '../../../common/contracts/dock/commands.ts';
import { type DockState, dockStateSchema } from '../../../common/contracts/dock/state.ts';
import type { Dock } from '../dock.ts';

/** An empty lab, as the dock shows it. */
export const emptyState: DockState = dockStateSchema.parse({
  version: 1,
  gone: false,
  people: [
    {
      ...{ id: '1', kind: 'visitor', name: '编造人', pin: '212347', age: 70, scheme: '310' },
      visit: { encounterId: 'MZ1', department: '骨科', totalFen: 12345, state: 'unpaid' },
    },
  ],
  slots: [
    { person: null, wrongWay: false, triesLeft: null },
    { person: null, wrongWay: false, triesLeft: null },
  ],
  pad: { asking: false, cable: true },
  printer: {
    ...{ paper: 'plenty', outAfterMm: null, coverOpen: false, cutterJam: false, cable: true },
    ...{ hangingBytes: 0, hangingMm: 0, hangingCuts: 0, moving: false, torn: [] },
  },
  net: { control: true, state: 'up', ms: 0 },
  clock: { control: true, terminalSeconds: 0, othersSeconds: 0 },
  faults: [],
  ledgers: {
    heard: { centre: true, his: true, journal: true, paper: true },
    rows: [],
    queue: { waiting: 0, setAside: 0 },
  },
  caption: null,
});

/** A dock without a lab: remembers its commands; `person: 'nobody'` is refused. */
export function fakeDock(): Dock & { readonly commands: DockCommand[] } {
  const commands: DockCommand[] = [];
  return {
    commands,
    state: async () => emptyState,
    async run(command) {
      commands.push(command);
      const refused = command.do === 'card.insert' && command.person === 'nobody';
      return refused ? { ok: false, error: { code: 'DOCK_NO_SUCH_PERSON', detail: 'nobody' } } : { ok: true };
    },
    last: () => emptyState,
    listen: () => () => undefined,
    say: () => undefined,
    tray: {
      look: async () => undefined,
      own: () => undefined,
      tear: async () => undefined,
      hanging: () => ({ png: Buffer.from([0x89, 0x50, 0x4e, 0x47]), bytes: Buffer.alloc(4), cuts: 0 }),
      torn: () => [],
      pieces: () => [],
    },
    close: () => undefined,
  };
}

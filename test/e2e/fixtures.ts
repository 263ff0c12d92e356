import { test as base, expect, type Page } from '@playwright/test';
import { type DrawnVisit, drawVisit } from '../../simulator/lab/draw.ts';
import { type Lab, type LabOptions, startLab } from '../../simulator/lab/lab.ts';
import { Person } from '../../simulator/lab/person.ts';
import { type Receipt, readReceipt } from '../readers/paper-text.ts';

export { expect };

/** What a settlement looks like in the journal, over the control link. */
export interface JournalRow {
  readonly messageId: string;
  readonly encounterId: string;
  readonly mdtrtId: string | null;
  readonly state: string;
  readonly totalFen: number;
  readonly fundsFen: number | null;
  readonly accountFen: number | null;
  readonly cashFen: number | null;
  readonly foundBy: string | null;
}

/** The settlements of the centre's ledger, in fen. */
export interface LedgerRow {
  readonly setlId: string;
  readonly msgid: string;
  readonly mdtrtId: string;
  readonly state: string;
  readonly total: number;
  readonly funds: number;
  readonly account: number;
  readonly cash: number;
}

/** A lab with one drawn person in it, and a browser before it. */
export class Scene {
  readonly lab: Lab;
  readonly person: Person;
  readonly visit: DrawnVisit;
  readonly page: Page;
  constructor(lab: Lab, page: Page, visit: DrawnVisit) {
    this.lab = lab;
    this.page = page;
    this.visit = visit;
    this.person = new Person(lab, page);
  }

  async admit(visit: DrawnVisit): Promise<void> {
    await this.lab.admin('POST', '/admin/people', { people: [visit.person] });
    await this.lab.admin('POST', '/admin/encounters', {
      encounters: [{ person: { identityNumber: visit.identityNumber, name: visit.name }, encounter: visit.encounter }],
    });
  }

  async arm(...faults: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    await this.lab.admin('POST', '/admin/faults', { arm: faults });
  }

  async clearFaults(): Promise<void> {
    await this.lab.admin('POST', '/admin/faults', { clear: true });
  }

  async ledger(): Promise<readonly LedgerRow[]> {
    return ((await this.lab.admin('GET', '/admin/ledger')) as { settlements: LedgerRow[] }).settlements;
  }

  async his(): Promise<{
    encounterId: string;
    state: string;
    settlement: { messageId: string; cashDue: string } | null;
  }> {
    const view = (await this.lab.admin('GET', '/admin/his')) as { encounters: Awaited<ReturnType<Scene['his']>>[] };
    const found = view.encounters.find((e) => e.encounterId === this.visit.encounter.encounterId);
    if (!found) throw new Error('the HIS has lost the encounter');
    return found;
  }

  /** What the operator was told of people's business; checkpoints of the audit chain come by the clock. */
  async operatorKinds(): Promise<readonly string[]> {
    const { records } = (await this.lab.admin('GET', '/admin/operator')) as { records: { kind: string }[] };
    return records.map(({ kind }) => kind).filter((kind) => kind !== 'audit-checkpoint');
  }

  /** How often a transaction arrived at the centre, and was handled there. */
  async centreCount(infno: string): Promise<{ count: number; handled: number; msgids: readonly string[] }> {
    const log = (await this.lab.admin('GET', '/admin/log')) as {
      byInfno: Record<string, { count: number; handled: number; msgids: string[] }>;
    };
    return log.byInfno[infno] ?? { count: 0, handled: 0, msgids: [] };
  }

  async journal(): Promise<readonly JournalRow[]> {
    const control = await this.lab.control();
    const rows = await control.call('settlements', {});
    control.close();
    if (!rows.ok) throw new Error(`the journal: ${rows.error.message}`);
    return rows.value.rows;
  }

  /** Waits until nothing is open and the queue is empty. */
  async settledDown(waitMs = 20_000): Promise<void> {
    const control = await this.lab.control();
    const idle = await control.call('waitIdle', { waitMs }, { timeoutMs: waitMs + 5000 });
    control.close();
    expect(idle.ok && idle.value.idle).toBe(true);
  }

  async terminalPid(): Promise<number> {
    const control = await this.lab.control();
    const hello = await control.call('hello', {});
    control.close();
    if (!hello.ok) throw new Error('the terminal does not answer');
    return hello.value.pid;
  }

  /** All slips that came out so far, oldest first, read from the bytes by the independent reader. */
  async paper(): Promise<Receipt> {
    const { bytes } = (await this.lab.sim.command('printer.paper')) as { bytes: string };
    return readReceipt(Buffer.from(bytes, 'base64'));
  }
}

interface Fixtures {
  readonly labOptions: LabOptions;
  readonly seed: number;
  readonly scene: Scene;
}

export const test = base.extend<Fixtures>({
  labOptions: [{}, { option: true }],
  seed: [11, { option: true }],
  scene: async ({ page, labOptions, seed }, use, info) => {
    const lab = await startLab(labOptions);
    const scene = new Scene(lab, page, drawVisit(seed, Date.now()));
    await scene.admit(scene.visit);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await use(scene);
    for (const description of scene.person.seen) info.annotations.push({ type: 'screen', description });
    if (info.status !== info.expectedStatus) {
      await info.attach('shell-terminal-host.log', { body: lab.shell.words(), contentType: 'text/plain' });
    }
    await page.close();
    await lab.stop();
  },
});

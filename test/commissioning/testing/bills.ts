import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { drawVisit } from '../../../simulator/lab/draw.ts';
import type { Lab } from '../../../simulator/lab/lab.ts';
import { openBooks } from '../../clients/his/books.ts';
import { createExampleHis } from '../../clients/his/example-his.ts';
import type { Encounter } from '../../clients/his/generated/index.js';

const SCOPES = 'state,card,bill,settle,notices';

/** A client of the HIS API on a commissioned machine; its token. */
export async function newClient(machine: { json(...command: readonly string[]): unknown }): Promise<string> {
  const added = await machine.json('minka', 'client', 'add', 'his', '--scopes', SCOPES, '--json');
  return (added as { token: string }).token;
}

/** One visit with its person's card, billed by the example HIS over the HIS API; how that ended. */
export async function byHisApi(lab: Lab, token: string, seed: number): Promise<unknown> {
  const visit = drawVisit(seed, Date.now());
  await lab.admin('POST', '/admin/people', { people: [visit.person] });
  await lab.sim.command('card.insert', { persona: visit.persona });
  await wait(1500);
  const books = openBooks(join(lab.dir, 'his-books.jsonl'));
  const his = createExampleHis({ url: 'http://127.0.0.1:7340', token, everyMs: 200 }, books);
  const outcome = await his.bill(JSON.parse(JSON.stringify(visit.encounter)) as Encounter, false);
  books.close();
  await lab.sim.command('card.remove');
  return outcome;
}

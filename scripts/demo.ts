/**
 * `npm run demo`: the main job once, on real parts, without display or hardware. A drawn person puts in a card, proves
 * the PIN, sees the visit and the split, confirms; the centre settles, the printer prints, the HIS and the operator are
 * told. Then four witnesses are compared: the centre's ledger file, the terminal's journal, the screen, the paper.
 */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { drawVisit } from '../simulator/lab/draw.ts';
import { type Lab, startLab } from '../simulator/lab/lab.ts';
import { Person } from '../simulator/lab/person.ts';
import { readReceipt } from '../test/readers/paper-text.ts';
import { browserOptions } from './browser.ts';
import { type Amounts, ledgerAmounts } from './ledger.ts';
import { disagreements, type Witnesses } from './witnesses.ts';

const OUT = resolve('out/demo');
const { values } = parseArgs({
  options: { seed: { type: 'string' }, json: { type: 'boolean' }, watch: { type: 'boolean' } },
});
const seed = Number(values.seed ?? '1');
if (values.watch) {
  const { watchDemo } = await import('./demo-watch.ts');
  process.exit(await watchDemo(seed, OUT));
}
const say = (text: string): void => {
  process.stderr.write(`· ${text}\n`);
};

interface Report {
  readonly seed: number;
  readonly steps: readonly { readonly name: string; readonly ms: number; readonly ownMs: number }[];
  readonly amountsFen: Witnesses;
  readonly msgid: string;
  readonly mdtrtId: string;
  readonly agreement: boolean;
}

let lab: Lab | undefined;
let browser: Browser | undefined;
let page: Page | undefined;
async function down(): Promise<void> {
  await browser?.close().catch(() => {});
  await lab?.stop();
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    setTimeout(() => process.exit(1), 4000).unref();
    void down().finally(() => process.exit(1));
  });
}

async function run(): Promise<Report> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(join(OUT, 'screens'), { recursive: true, mode: 0o700 });
  chmodSync(OUT, 0o700);
  const visit = drawVisit(seed, Date.now());
  say('starting centre, HIS, operator, card, pad and printer emulators, terminal');
  lab = await startLab();
  await lab.admin('POST', '/admin/people', { people: [visit.person] });
  await lab.admin('POST', '/admin/encounters', {
    encounters: [{ person: { identityNumber: visit.identityNumber, name: visit.name }, encounter: visit.encounter }],
  });

  browser = await chromium.launch(browserOptions());
  page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, locale: 'zh-CN' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const person = new Person(lab, page);
  let shots = 0;
  const glass = page;
  const shoot = async (kind: string): Promise<void> => {
    shots += 1;
    await glass.screenshot({ path: join(OUT, 'screens', `${String(shots).padStart(2, '0')}-${kind}.png`) });
    say(`screen ${shots}: ${kind}`);
  };

  await person.comeToTheKiosk();
  await person.goToSplit(visit, shoot);
  await person.press('acceptSplit');
  await person.sees('confirm');
  await shoot('confirm');
  const screen = await person.readAmounts();
  await person.press('confirm');
  const result = await person.sees('done', 'notPaid', 'unknown');
  await shoot(result);
  if (result !== 'done') throw new Error(`the settlement ended on the screen "${result}"`);
  await glass.locator('[data-print="printed"]').first().waitFor({ state: 'attached', timeout: 30_000 });
  await shoot('done-printed');
  await person.takeCard();

  const control = await lab.control();
  const idle = await control.call('waitIdle', { waitMs: 20_000 }, { timeoutMs: 25_000 });
  if (!idle.ok || !idle.value.idle) throw new Error('the queue did not deliver everything within 20 s');
  const journalRows = await control.call('settlements', {});
  const timings = await control.call('timings', {});
  const row = journalRows.ok ? journalRows.value.rows.find((r) => r.state === 'settled') : undefined;
  if (!row || !timings.ok) throw new Error('the journal has no settled row');
  await person.sees('insertCard');
  await shoot('insertCard');

  const paper = (await lab.sim.command('printer.paper')) as { png: string; bytes: string };
  writeFileSync(join(OUT, 'receipt.png'), Buffer.from(paper.png, 'base64'), { mode: 0o600 });
  writeFileSync(join(OUT, 'receipt.bin'), Buffer.from(paper.bytes, 'base64'), { mode: 0o600 });
  const receipt = readReceipt(readFileSync(join(OUT, 'receipt.bin')));
  if (!receipt.amounts) throw new Error('the paper does not tell total, funds, account and cash');
  const ledger = ledgerAmounts(join(lab.dir, 'central', 'centre.db'), row.messageId);
  const his = (await lab.admin('GET', '/admin/his')) as { encounters: { encounterId: string; state: string }[] };
  const operator = (await lab.admin('GET', '/admin/operator')) as { records: { kind: string }[] };
  const told = his.encounters.some((e) => e.encounterId === visit.encounter.encounterId && e.state === 'settled');
  const recorded = operator.records.filter((r) => r.kind === 'settlement').length === 1;

  const journal: Amounts = {
    total: row.totalFen,
    funds: row.fundsFen ?? -1,
    account: row.accountFen ?? -1,
    cash: row.cashFen ?? -1,
  };
  const { total, funds, account, cash } = receipt.amounts;
  const amountsFen = { ledger, journal, screen, paper: { total, funds, account, cash } };
  const differences = disagreements(amountsFen);
  for (const difference of differences) say(`THEY DIFFER: ${difference}`);
  if (!told) say('the HIS was not told');
  if (!recorded) say('the operator has no single record of the settlement');
  return {
    seed,
    steps: timings.value.rows.map(({ step, ms, ownMs }) => ({ name: step, ms, ownMs })),
    amountsFen,
    msgid: row.messageId,
    mdtrtId: row.mdtrtId ?? '',
    agreement: differences.length === 0 && told && recorded,
  };
}

let code = 1;
try {
  const report = await run();
  writeFileSync(join(OUT, 'report.json'), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  if (values.json) console.log(JSON.stringify(report));
  else {
    const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
    for (const [name, a] of Object.entries(report.amountsFen)) {
      console.log(
        `${name.padEnd(8)} total ${yuan(a.total)}  funds ${yuan(a.funds)}  account ${yuan(a.account)}  cash ${yuan(a.cash)}`,
      );
    }
    for (const step of report.steps)
      console.log(`${step.name.padEnd(12)} ${step.ms.toFixed(0)} ms, own share ${step.ownMs.toFixed(0)} ms`);
    console.log(report.agreement ? 'ledger, journal, screen and paper agree' : 'THEY DO NOT AGREE');
    console.log(`evidence: ${OUT}`);
  }
  code = report.agreement ? 0 : 1;
} catch (error) {
  process.stderr.write(`The demo did not complete: ${error instanceof Error ? error.message : String(error)}\n`);
  await page?.screenshot({ path: join(OUT, 'screens', 'where-it-stopped.png') }).catch(() => {});
  if (lab) process.stderr.write(`--- shell, terminal and host said:\n${lab.shell.words().slice(-4000)}\n`);
  if (values.json)
    console.log(
      JSON.stringify({
        seed,
        agreement: false,
        error: error instanceof Error ? error.message.split('\n')[0] : String(error),
      }),
    );
} finally {
  await down();
}
process.exit(code);

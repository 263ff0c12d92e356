import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cliConfigCheckSchema,
  cliErrorSchema,
  cliPrinterStatusSchema,
  cliPrinterTestSchema,
  cliQueueListSchema,
  cliQueueShowSchema,
} from '../common/contracts/cli/outputs.ts';
import { cliReconcileSchema } from '../common/contracts/cli/reconcile-verbs.ts';
import { builtinLabProfile } from '../kiosk-config/builtin-lab.ts';
import { cliBench } from './testing/cli-bench.ts';
import { fakeTerminal, reconcileReport } from './testing/fake-terminal.ts';
import { run } from './testing/run.ts';

const bench = cliBench();
const { answering, minka } = bench;

describe('printer', () => {
  it('tells its state', async () => {
    await answering();
    const ran = await minka('printer status --json');
    expect(ran.code).toBe(0);
    expect(cliPrinterStatusSchema.strict().parse(ran.json())).toEqual({ printer: { kind: 'ready', nearEnd: true } });
    expect((await minka('printer status')).out).toBe('The printer is ready; paper runs low.\n');
  });

  it('has printed only what it acknowledged', async () => {
    await answering();
    const printed = await minka('printer test --json');
    expect(printed.code).toBe(0);
    expect(cliPrinterTestSchema.strict().parse(printed.json()).outcome.kind).toBe('printed');
    await bench.gone();
    await answering({ printerTest: () => ({ outcome: { kind: 'notPrinted', trouble: 'paperOut' } }) });
    const not = await minka('printer test --json');
    expect([not.code, cliErrorSchema.parse(not.json()).error.code]).toEqual([1, 'PRINTER_PAPER_OUT']);
    await bench.gone();
    await answering({
      printerTest: () => ({ outcome: { kind: 'unknown', trouble: 'noAnswer', acknowledged: 1, blocks: 3 } }),
    });
    const unknown = await minka('printer test --json');
    expect([unknown.code, cliErrorSchema.parse(unknown.json()).error.code]).toEqual([1, 'PRINT_UNKNOWN']);
  });
});

describe('queue', () => {
  it('lists', async () => {
    await answering();
    const ran = await minka('queue list --json');
    expect(ran.code).toBe(0);
    expect(cliQueueListSchema.strict().parse(ran.json()).counts.waiting).toBe(1);
    expect((await minka('queue list')).out).toContain('#7  waiting  settlement');
  });

  it('shows one row, and knows when there is none', async () => {
    await answering();
    const ran = await minka('queue show 7 --json');
    expect(ran.code).toBe(0);
    expect(cliQueueShowSchema.strict().parse(ran.json()).row.id).toBe(7);
    const none = await minka('queue show 8 --json');
    expect([none.code, cliErrorSchema.parse(none.json()).error.code]).toEqual([1, 'QUEUE_NOT_FOUND']);
  });
});

describe('config check', () => {
  it('is content with a good profile', async () => {
    const ran = await run(['config', 'check', join(bench.dir, 'profile.json'), '--json'], {});
    expect([ran.code, ran.json()]).toEqual([0, { ok: true, problems: [], remarks: [] }]);
  });

  it('checks this machine’s own profile where none is named, as its remedy is typed; without one it takes a file', async () => {
    const own = { MINKA_PROFILE: join(bench.dir, 'profile.json') };
    const ran = await run(['config', 'check', '--json'], own);
    expect([ran.code, ran.json()]).toEqual([0, { ok: true, problems: [], remarks: [] }]);
    const none = await run(['config', 'check'], {});
    expect([none.code, none.note]).toEqual([2, expect.stringContaining('config check takes a file')]);
  });

  it('names every problem by place, with the error that each failed command has', async () => {
    const profile = { ...builtinLabProfile(bench.dir), mode: 'play', extra: 1 };
    writeFileSync(join(bench.dir, 'bad.json'), JSON.stringify(profile));
    const ran = await run(['config', 'check', join(bench.dir, 'bad.json'), '--json'], {});
    expect(ran.code).toBe(1);
    const checked = cliConfigCheckSchema.parse(ran.json());
    expect(checked.ok).toBe(false);
    expect(checked.problems.map((problem) => problem.path)).toEqual(expect.arrayContaining(['mode', 'extra']));
    expect(checked.error?.code).toBe('CONFIG_INVALID');
    expect((await run(['config', 'check', join(bench.dir, 'bad.json')], {})).out).toMatch(/^mode: /m);
  });

  it('says when there is no file', async () => {
    const ran = await run(['config', 'check', join(bench.dir, 'none.json'), '--json'], {});
    expect([ran.code, cliConfigCheckSchema.parse(ran.json()).error?.code]).toEqual([1, 'CONFIG_MISSING']);
    const text = await run(['config', 'check', join(bench.dir, 'none.json')], {});
    expect(text.out).toMatch(/^The profile cannot be read/);
  });
});

describe('the command line', () => {
  it('ends with 2 on wrong usage, with the reason on stderr and nothing on stdout', async () => {
    for (const args of [[], ['card'], ['card', 'read', '--wait', 'x', '--json'], ['queue', 'show', '--json']]) {
      const ran = await run(args, {});
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.note).toContain('--help');
    }
  });

  it('helps in both languages', async () => {
    const ran = await run(['--help'], {});
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('用法：minka');
    expect(ran.out).toContain('Usage: minka');
  });

  it('ends with 1 where the profile is missing or wrong', async () => {
    const missing = await run(['queue', 'list', '--json', '--profile', join(bench.dir, 'none.json')], {});
    expect([missing.code, cliErrorSchema.parse(missing.json()).error.code]).toEqual([1, 'CONFIG_MISSING']);
  });

  it('gives one clear error when the terminal answers nonsense, or goes away', async () => {
    await answering({ queueList: () => ({ rows: 'junk' }) as never });
    const nonsense = await minka('queue list --json');
    expect([nonsense.code, cliErrorSchema.parse(nonsense.json()).error.code]).toEqual([1, 'TERMINAL_UNREACHABLE']);
    await bench.gone();
    await answering({
      printerStatus: () => {
        void bench.gone();
        return new Promise(() => undefined);
      },
    });
    const gone = await minka('printer status --json');
    expect([gone.code, cliErrorSchema.parse(gone.json()).error.code]).toEqual([1, 'TERMINAL_UNREACHABLE']);
  });

  it('runs on the built-in lab profile in a private state directory', async () => {
    const state = join(bench.dir, 'state');
    const terminal = await fakeTerminal(join(state, 'minka', 'run', 'control.sock'));
    const ran = await run(['queue', 'list', '--json'], { XDG_STATE_HOME: state });
    expect(ran.code).toBe(0);
    expect(statSync(join(state, 'minka')).mode & 0o777).toBe(0o700);
    expect(statSync(join(state, 'minka', 'lab-profile.json')).mode & 0o777).toBe(0o600);
    const nowhere = await run(['queue', 'list', '--json'], {});
    expect([nowhere.code, cliErrorSchema.parse(nowhere.json()).error.code]).toEqual([1, 'CONFIG_MISSING']);
    await terminal.close();
  });
});

describe('reconcile', () => {
  it('shows the day; a difference ends it with 1, its report beside the error', async () => {
    await answering();
    const agreed = await minka('reconcile --json');
    expect([agreed.code, cliReconcileSchema.parse(agreed.json())]).toEqual([
      0,
      { report: reconcileReport, printed: null, csv: null },
    ]);
    await bench.gone();
    const open = { ...reconcileReport, state: 'open' as const, open: { rows: 1, fen: 5 } };
    await answering({ reconcile: () => ({ ok: true, report: open, printed: null }) });
    const ran = await minka('reconcile --day 2026-03-02 --json');
    expect([ran.code, cliErrorSchema.parse(ran.json()).error.code]).toEqual([1, 'RECONCILE_OPEN']);
    expect(cliReconcileSchema.parse(ran.json()).report.open).toEqual({ rows: 1, fen: 5 });
  });

  it('as a table, in the language of the shell', async () => {
    await answering();
    const ran = await minka('reconcile --print', { LANG: 'zh_CN.UTF-8' });
    expect(ran.code).toBe(0);
    for (const part of [
      '账平，相差 0 分。',
      '310 · 清算类别 11 · 对平',
      '100.00',
      '我方 1 笔',
      '相差（中心减我方）',
      '对账单：printed',
    ])
      expect(ran.out).toContain(part);
  });

  it('fetches the file to its end', async () => {
    await answering();
    const file = join(bench.dir, 'day.csv');
    const ran = await minka(`reconcile --csv ${file} --json`);
    expect(cliReconcileSchema.parse(ran.json()).csv).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe('\uFEFF日期\r\n2026-03-02\r\n');
    expect((await minka('reconcile --csv /nowhere/x.csv --json')).code).toBe(1);
  });

  it.each(['reconcile --day 2026-02-30', 'reconcile --day', 'reconcile now', 'reconcile --reveal'])(
    '%s is wrong usage',
    async (line) => {
      expect((await run(line.split(' '), {})).code).toBe(2);
    },
  );
});

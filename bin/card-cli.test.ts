import { describe, expect, it } from 'vitest';
import { cliCardMaskedSchema, cliCardRevealedSchema, cliErrorSchema } from '../common/contracts/cli/outputs.ts';
import { cliBench } from './testing/cli-bench.ts';
import { card } from './testing/fake-terminal.ts';

const bench = cliBench();
const { answering, minka } = bench;

describe('card read', () => {
  it('shows masked values, whatever the terminal sends', async () => {
    await answering();
    const ran = await minka('card read --json');
    expect(ran.code).toBe(0);
    const shown = cliCardMaskedSchema.strict().parse(ran.json());
    expect(shown).toMatchObject({ masked: true, name: '命*行', socialSecurityNumber: '999***********0000' });
    expect([shown.birthDate, shown.birthPlace]).toEqual([null, null]);
    for (const clear of ['命令行', '999999190001010000', '1900', 'FAKE00001']) expect(ran.out).not.toContain(clear);
    expect(ran.note).toBe('');
  });

  it('shows everything with --reveal, and says so on stderr', async () => {
    await answering();
    const ran = await minka('card read --json --reveal');
    expect(ran.code).toBe(0);
    expect(cliCardRevealedSchema.strict().parse(ran.json())).toEqual(card);
    expect(ran.note).toMatch(/^Go to the terminal .*\n--reveal: .*\n$/);
  });

  it('reveals nothing without a proof, and does not even ask', async () => {
    let asked = false;
    await answering({
      staffAct: () => ({ ok: false, code: 'STAFF_PIN', detail: null, triesLeft: 4 }),
      cardRead: () => {
        asked = true;
        return { ok: true, card };
      },
    });
    const ran = await minka('card read --json --reveal');
    expect([ran.code, asked]).toEqual([1, false]);
    const { error } = cliErrorSchema.parse(ran.json());
    expect([error.code, error.message]).toEqual(['STAFF_PIN', expect.stringContaining('(tries left: 4)')]);
    const zh = await minka('card read --reveal', { LANG: 'zh_CN.UTF-8' });
    expect(zh.note).toContain('还可以试 4 次');
  });

  it('tells staff what is the case and what to do, never what a resident reads', async () => {
    await answering({ cardRead: () => ({ ok: false, code: 'CARD_LOCKED', detail: null }) });
    const en = await minka('card read', { LANG: 'en_GB.UTF-8' });
    expect(en.note).toBe(
      'Insert the card …\nminka: CARD_LOCKED: The social-security application on the card is locked.\n' +
        'What to do: Check the identity document, unlock the application in the issuing system, then insert again.\n',
    );
    const zh = await minka('card read --json', { LANG: 'zh_CN.UTF-8' });
    const { error } = cliErrorSchema.parse(zh.json());
    expect(error.message).toBe('卡里的社保应用已锁定。');
    expect(error.message).not.toContain('请去窗口');
  });

  it('passes reader and waiting time on', async () => {
    let input: unknown;
    await answering({
      cardRead: (asked) => {
        input = asked;
        return { ok: true, card };
      },
    });
    await minka('card read --json --reader Virtual --wait 7');
    expect(input).toEqual({ reader: 'Virtual', waitMs: 7000, reveal: false, ticket: null });
  });

  it.each(['CARD_FOREIGN', 'CARD_REMOVED', 'CARD_MUTE', 'CARD_GARBAGE', 'CARD_TOO_MANY', 'CARD_ABSENT'] as const)(
    'ends with 1 and the code %s',
    async (code) => {
      await answering({ cardRead: () => ({ ok: false, code }) });
      const ran = await minka('card read --json');
      expect(ran.code).toBe(1);
      const { error } = cliErrorSchema.strict().parse(ran.json());
      expect(error.code).toBe(code);
      expect(error.message.length * error.remedy.length).toBeGreaterThan(0);
    },
  );

  it('is read by people without --json, in their language', async () => {
    await answering();
    expect((await minka('card read', { LANG: 'zh_CN.UTF-8' })).out).toContain('姓名: 命*行\n');
    const english = await minka('card read', { LANG: 'en_US.UTF-8' });
    expect([english.out, english.note]).toEqual([expect.stringContaining('Name: 命*行\n'), 'Insert the card …\n']);
    await bench.gone();
    await answering({ cardRead: () => ({ ok: false, code: 'CARD_FOREIGN' }) });
    const failed = await minka('card read', { LC_ALL: 'zh_CN.UTF-8' });
    expect([failed.code, failed.out]).toEqual([1, '']);
    expect(failed.note).toContain('CARD_FOREIGN: ');
  });
});

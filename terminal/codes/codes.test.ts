import { afterEach, describe, expect, it } from 'vitest';
import { loadCodeTables } from '../../central/national/load-code-tables.ts';
import { makeWorld, type Terminal } from '../settlement/testing/world.ts';
import { createCodeTables } from './code-tables.ts';
import { codeTypes, DEFAULT_CODES } from './defaults.ts';
import { createCodeRefresh } from './refresh.ts';

const DAY = '2026-03-02';
let terminal: Terminal | null = null;
afterEach(() => {
  terminal?.kill();
  terminal = null;
});

/** A terminal before the reference centre, and its code tables. */
function bench() {
  const world = makeWorld(3);
  const booted = world.boot();
  terminal = booted;
  const { store, settlements } = booted;
  const { calls } = settlements.books;
  const audited: unknown[] = [];
  const audit = (_code: string, facts?: unknown): void => void audited.push(facts);
  const refresh = createCodeRefresh({ store, calls, clock: world.clock, audit, division: '990100' });
  const asked = () => world.sides.arrived.filter(({ infno }) => infno === '1901').length;
  return { ...world, store, tables: createCodeTables(store), refresh, audited, asked };
}

describe('what ships', () => {
  it('each table has values, none twice, each with a label', () => {
    for (const type of codeTypes) {
      const values = DEFAULT_CODES[type].map(({ value }) => value);
      expect(values.length, type).toBeGreaterThan(1);
      expect(new Set(values).size, type).toBe(values.length);
      for (const { value, label } of DEFAULT_CODES[type]) expect([value, label].join(), type).toMatch(/^\w+,\S+$/);
    }
  });

  it('has the values of the reference centre’s tables, written apart from the same sources', () => {
    const theirs = loadCodeTables();
    for (const type of codeTypes) {
      const known = theirs.filter((row) => row.type === type).map(({ value }) => value);
      expect(DEFAULT_CODES[type].map(({ value }) => value).sort(), type).toEqual([...known].sort());
    }
  });

  it('stands until the centre was asked', () => {
    const { tables } = bench();
    expect(tables.table('clr_type')).toMatchObject({ fetched: false });
    expect([tables.label('med_type', '21'), tables.label('med_type', 'zz')]).toEqual(['普通住院', null]);
  });
});

describe('1901', () => {
  it('asks for each table once a day; the centre’s own takes the place of ours, also after a restart', async () => {
    const b = bench();
    expect(b.refresh.due()).toEqual([DAY]);
    expect(await b.clock.until(b.refresh.run())).toBe(true);
    expect(b.asked()).toBe(codeTypes.length);
    expect(b.refresh.due()).toEqual([]);
    expect(await b.clock.until(b.refresh.run())).toBe(true);
    expect(b.asked()).toBe(codeTypes.length);
    expect(b.tables.table('insutype').fetched).toBe(true);
    expect(b.audited).toEqual([{ asked: codeTypes.length, told: codeTypes.length }]);
    expect(createCodeTables(b.store).label('insutype', '310')).not.toBeNull();
  });

  it('what the centre does not tell stays ours; a silent centre is asked again, and only for what is left', async () => {
    const b = bench();
    let silent = true;
    b.sides.forecast = (to, what) => (to === 'centre' && what === '1901' && silent ? 'notSent' : 'fine');
    expect(await b.clock.until(b.refresh.run())).toBe(false);
    expect(b.refresh.due()).toEqual([DAY]);
    silent = false;
    expect(await b.clock.until(b.refresh.run())).toBe(true);
    expect(b.refresh.due()).toEqual([]);
    b.store.transaction(() => b.store.codeTables.keep('gend', [{ value: 'X', label: '甲' }], DAY));
    expect(b.tables.table('gend').rows).toEqual([{ value: 'X', label: '甲' }]);
    b.store.transaction(() => b.store.codeTables.keep('gend', [], '2026-03-03'));
    expect(b.tables.label('gend', 'X')).toBe('甲');
  });
});

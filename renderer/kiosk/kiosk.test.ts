import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { intentSchema } from '../../common/contracts/session/screen-link.ts';
import { screenSchema, snapshotSchema } from '../../common/contracts/session/snapshot.ts';
import { MAX_SNAPSHOT_BYTES } from '../../common/rpc/channel.ts';
import { Glass } from '../app.tsx';
import { fixtures } from '../fixtures/index.ts';
import { MOST_HAN, ownHan } from '../fixtures/own-words.ts';
import { screens } from './registry.ts';

const kinds = screenSchema.options.map((option) => option.shape.kind.value);
const client = {
  intent: () => Promise.resolve(true),
  feeLines: () => Promise.resolve(null),
  reveal: () => Promise.resolve(null),
  touched: () => undefined,
  speak: () => undefined,
};
/** Each screen is drawn once; the tests look at the same markup. */
const drawn = new Map<string, string>();
const html = (name: string, locale?: 'en'): string => {
  const key = `${name} ${locale}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const snapshot = fixtures[name];
  if (snapshot === undefined) throw new Error(`no fixture ${name}`);
  const shown = { ...snapshot, locale: locale ?? snapshot.locale };
  const markup = renderToStaticMarkup(createElement(Glass, { snapshot: shown, receivedAt: 0, client }));
  drawn.set(key, markup);
  return markup;
};
/** Text of the first element that has `data-amount-kind="kind"`. */
const amount = (markup: string, kind: string): string | undefined =>
  new RegExp(`data-amount-kind="${kind}"[^>]*>(.*?)</span></span>`).exec(markup)?.[1]?.replace(/<[^>]*>/g, '');

describe('screens', () => {
  it('have one component per kind of the contract and no other', () => {
    expect(Object.keys(screens).sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)('%s has a fixture', (kind) => {
    expect(Object.values(fixtures).some(({ screen }) => screen.kind === kind)).toBe(true);
  });

  it.each(Object.keys(fixtures))('fixture %s fits the contract, holds masked people only and draws', (name) => {
    const snapshot = fixtures[name];
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(JSON.stringify(snapshot)).not.toMatch(/(?<!\d)\d{17}[\dX](?![\dX])/);
    expect(new TextEncoder().encode(JSON.stringify(snapshot)).length).toBeLessThan(MAX_SNAPSHOT_BYTES);
    const markup = html(name);
    expect(markup).toContain(`data-screen="${snapshot?.screen.kind}"`);
    expect(markup).not.toMatch(/undefined|NaN|\{\w+\}/);
    expect(html(name, 'en')).not.toMatch(/undefined|NaN|\{\w+\}/);
    if (snapshot?.locale === 'zh-CN') expect(ownHan(markup)).toBeLessThanOrEqual(MOST_HAN);
  });

  it('draw each fault of card, reader and PIN that a person can see in a picture of its own', () => {
    const faults = [
      'cardProblem-CARD_MUTE',
      'cardProblem-CARD_FOREIGN',
      'cardProblem-CARD_EXPIRED',
      'cardProblem-CARD_LOCKED',
      'cardProblem-CARD_TOO_MANY',
      'cardProblem-CARD_NEEDS_HSM',
      'cardProblem-CARD_REMOVED',
      'pinProblem-PIN_BLOCKED',
      'pinProblem-PIN_INITIAL',
      'outOfService-READER_GONE',
      'outOfService-READER_SERVICE_DOWN',
    ];
    const drawings = faults.map((name) => /<svg[^>]*data-picture="\w+".*?<\/svg>/s.exec(html(name))?.[0]);
    expect(drawings).not.toContain(undefined);
    expect(new Set(drawings).size).toBe(faults.length);
    expect(html('cardProblem-CARD_EXPIRED')).toContain('2025-06-30');
  });

  it('never say 失败, 错误 or 异常', () => {
    for (const name of Object.keys(fixtures)) expect(html(name), name).not.toMatch(/失败|错误|异常/);
  });

  it.each([
    ['split', ['628.50', '505.31', '86.40', '36.79']],
    ['split-full', ['128450.60', '112033.10', '6017.50', '10000.00']],
    ['split-cash-zero', ['628.50', '505.31', '123.19', '0.00']],
    ['confirm', ['628.50', '505.31', '86.40', '36.79']],
    ['done', ['628.50', '505.31', '86.40', '36.79']],
    ['done-waitingForPaper', ['628.50', '505.31', '86.40', '36.79']],
    ['done-changed', ['628.50', '505.31', '0.00', '123.19']],
  ] as const)('%s tells the four amounts where a test can read them', (name, [total, funds, account, cash]) => {
    const markup = html(name);
    expect({
      total: amount(markup, 'total'),
      funds: amount(markup, 'funds'),
      account: amount(markup, 'account'),
      cash: amount(markup, 'cash'),
    }).toEqual({ total, funds, account, cash });
  });

  it('repeat the amount on the key that moves money, and show 0 as nothing to pay', () => {
    const text = (name: string): string => html(name).replace(/<[^>]*>/g, '');
    expect(text('confirm')).toContain('确认，窗口付 36.79元');
    // Where a cashier stands beside, neither the sentence nor the key sends to the window.
    expect(text('confirm-beside')).toContain('确认，旁边付 36.79元');
    expect(text('confirm-beside')).not.toMatch(/窗口[付交]/u);
    expect(text('confirm-cash-zero')).toContain('确认，账户付 123.19元');
    expect(text('split-cash-zero')).toContain('您不用付钱');
    expect(html('split-cash-zero')).not.toContain('class="spout"');
  });

  it('say unknown with a question mark at the step, never a tick', () => {
    const step = /aria-current="step"[^>]*>(.*?)<\/li>/.exec(html('unknown'))?.[1] ?? '';
    expect(step).toContain('还不知道');
    expect(step).not.toContain('已办');
  });

  it('offer the other language and another look on every screen, and no other key between confirmation and result', () => {
    for (const name of Object.keys(fixtures)) {
      expect(html(name), name).toMatch(/data-key="setLocale".*English/);
      expect(html(name, 'en'), name).toMatch(/data-key="setLocale".*中文/);
    }
    for (const name of ['working', 'working-checking', 'working-recorded', 'working-printing']) {
      const keys = [...html(name).matchAll(/<button[^>]*data-key="(\w+)"/g)].map(([, key]) => key);
      expect(keys, name).toEqual(['setLocale', 'settings']);
    }
  }, 60_000);

  it('carry the mark of the lab on each screen there, and on none in production', () => {
    for (const [name, { mode }] of Object.entries(fixtures)) {
      expect(html(name).includes('演示·无效'), name).toBe(mode === 'lab');
    }
  });

  it('name their keys by the intents of the contract', () => {
    const known = [
      ...intentSchema.options.map((option) => option.shape.kind.value as string),
      'view',
      'reveal',
      'settings',
    ];
    for (const name of Object.keys(fixtures)) {
      for (const [, key] of html(name).matchAll(/data-key="(\w+)"/g)) expect(known, name).toContain(key);
    }
  });
});

describe('the renderer', () => {
  const files = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' });
  const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

  it('has no Chinese in its code: every sentence stands in common/strings', () => {
    const code = files.filter((file) => /\.tsx?$/.test(file) && !/(^fixtures|^gallery|\.test\.ts)/.test(file));
    expect(code.length).toBeGreaterThan(50);
    for (const file of code) {
      const bare = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(bare, file).not.toMatch(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u);
    }
  });

  it('asks nothing of the net but its own socket', () => {
    for (const file of files.filter((each) => /\.tsx?$/.test(each) && !/(^gallery|\.test\.ts)/.test(each))) {
      expect(read(file), file).not.toMatch(/\bfetch\(|XMLHttpRequest|https?:\/\/|dangerouslySetInnerHTML|localStorage/);
    }
  });
});

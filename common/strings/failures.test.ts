import { describe, expect, it } from 'vitest';
import { auditCatalogue } from '../contracts/audit.ts';
import { type FailureCode, failureCodes, failures } from '../contracts/failures.ts';
import { failureCauses } from './failures/cause.ts';
import { type FailureSentences, failureSentences } from './failures.ts';
import type { Sentence } from './sentence.ts';

/** The compiler refuses a missing or a surplus code here. */
const table: Readonly<Record<FailureCode, FailureSentences>> = failureSentences;

const causes: Readonly<Record<FailureCode, Sentence>> = failureCauses;

const han = /\p{Script=Han}/u;

describe('failure sentences', () => {
  it('exist for exactly the codes of the catalogue', () => {
    expect(Object.keys(table).sort()).toEqual([...failureCodes].sort());
    expect(Object.keys(causes).sort()).toEqual([...failureCodes].sort());
  });

  it.each(failureCodes)('%s has its four things, and the fact for the staff', (code) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
    expect(Object.keys(auditCatalogue)).toContain(failures[code].audit);
    const { person, remedy } = table[code];
    for (const sentence of [person, remedy, causes[code]]) {
      expect(sentence.zh).toMatch(han);
      expect(sentence.zh.endsWith('。')).toBe(true);
      expect(sentence.en).toMatch(/^[A-Z`].*\.$/);
      expect(sentence.en).not.toMatch(han);
      expect(`${sentence.zh}${sentence.en}`).not.toMatch(/[{}]/);
    }
    expect(person).not.toEqual(remedy);
    // The staff read the fact, not what a resident is told to do.
    expect(causes[code].zh).not.toMatch(/您|请去|旁边的机器/);
  });

  it.each(failureCodes)('%s speaks to the person without blame and in short sentences', (code) => {
    const { person } = table[code];
    expect(person.zh).not.toMatch(/失败|错误|异常|报错|非法|有误/);
    expect(person.en).not.toMatch(/\b(fail(ed|ure)?|error|invalid|illegal)\b/i);
    for (const part of person.zh.split('。').filter((text) => text !== '')) {
      expect([...part].length, part).toBeLessThanOrEqual(22);
    }
    // The first sentence is the screen's heading: each clause on a line of its own, nine characters at 24 mm.
    for (const clause of (person.zh.split('。')[0] ?? '').split('，')) {
      expect([...clause].length, clause).toBeLessThanOrEqual(10);
    }
  });
});

import { expect, test } from 'vitest';
import { openProofStore } from '../../store/proof-store.ts';
import { loadPeople } from './find.ts';
import { proofAnswer } from './proof.ts';

const people = loadPeople();
const career = people.careers.get('beijing-retired') ?? expect.unreachable();
const store = openProofStore(':memory:');
const at = (day: string, assurance?: 'card' | 'cardPin' | 'face') =>
  proofAnswer(people, store, Date.parse(`${day}T09:00:00+08:00`), {
    ...{ identityNumber: career.identityNumber, name: career.name, terminal: 'T' },
    ...(assurance === undefined ? {} : { assurance }),
  });

test('a proof holds for a year and is then due again', () => {
  expect(at('2024-03-01', 'cardPin')).toMatchObject({ state: 'proven', validUntil: '2025-03-01' });
  expect(at('2025-03-01')).toMatchObject({ state: 'proven' });
  expect(at('2025-03-02')).toMatchObject({ state: 'due', provenOn: '2024-03-01' });
  expect(at('2025-03-02', 'cardPin')).toMatchObject({ state: 'proven', provenOn: '2025-03-02' });
});

test('from the ninetieth birthday on no terminal is enough', () => {
  const born = Number(career.identityNumber.slice(6, 10));
  const birthday = `${born + 90}-${career.identityNumber.slice(10, 12)}-${career.identityNumber.slice(12, 14)}`;
  const before = new Date(Date.parse(birthday) - 86_400_000).toISOString().slice(0, 10);
  expect(at(before, 'cardPin')).toMatchObject({ required: 'cardPin', state: 'proven' });
  expect(at(birthday, 'face')).toMatchObject({ required: 'window', state: 'notEnough' });
});

import { expect, it } from 'vitest';
import { reconcileVerdictSchema } from '../../common/contracts/reconcile.ts';
import { failureCauses } from '../../common/strings/failures/cause.ts';
import { kioskStrings } from '../../common/strings/kiosk.ts';
import { factName, factValue, type Say } from './words.ts';

/** The key itself, so that what is looked up can be seen. */
const key: Say = (name) => name;

it('a fact has a name in words: none of the journal’s own stands on the page', () => {
  const ofRows = [
    ...['state', 'mdtrtId', 'rounds', 'fenceFailures', 'setlId', 'why', 'cause', 'tries', 'rows'],
    ...['jobId', 'kind', 'copy', 'messageId', 'trouble', 'row', 'destination', 'call', 'reason'],
    ...['day', 'verdict', 'result', 'insutype', 'ours', 'theirs'],
  ];
  for (const name of ofRows) expect(factName(key, name)).toBe(`staff.fact.${name}`);
});

it.each([
  ['state', ['intended', 'unknown', 'fencing', 'settled', 'refused', 'notSent', 'reversed']],
  ['state', ['ready', 'stopped', 'refunded', 'done', 'kept']],
  ['cause', ['after-session', 'late-reply', 'difference', 'staff']],
  ['destination', ['his', 'operator']],
  ['kind', ['settlement', 'unknown']],
])('a %s is told in words: %j', (name, values) => {
  for (const value of values) {
    expect(factValue(key, name, value)).toBe(`staff.value.${name}.${value}`);
    expect(kioskStrings).toHaveProperty([`staff.value.${name}.${value}`]);
  }
});

it('tells why by the failure’s fact, verdicts as the day’s books do, and leaves the rest as it stands', () => {
  for (const code of Object.keys(failureCauses)) expect(factValue(key, 'why', code)).toBe(`cause.${code}`);
  for (const verdict of reconcileVerdictSchema.options) {
    expect(factValue(key, 'verdict', verdict)).toBe(`reconcile.verdict.${verdict}`);
  }
  expect(factValue(key, 'setlId', 'JS1')).toBe('JS1');
  expect(factValue(key, 'rounds', '6')).toBe('6');
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errors, scopeNames } from '../../../common/contracts/billing/billing.ts';
import { routes } from '../../../common/contracts/billing/routes.ts';
import { failureCodes } from '../../../common/contracts/failures.ts';
import { refusalRemedies } from '../../../common/strings/refusals.ts';
import { apiPage } from './page.ts';

const page = apiPage().body;

it('the page has each operation with an example and its fields, each scope, each refusal with what to do', () => {
  for (const { name, path } of routes) {
    expect(page).toContain(`id="${name}"`);
    expect(page).toContain(`<a href="#${name}">`);
    expect(page).toContain(path);
  }
  for (const scope of scopeNames) expect(page).toContain(`<code>${scope}</code>`);
  for (const code of Object.keys(errors)) expect(page).toContain(`<code>${code}</code>`);
  expect(Object.keys(refusalRemedies).sort()).toEqual(Object.keys(errors).sort());
  expect(page).toContain('<code>encounter.lines[].unitPrice</code>');
  expect(page).toContain('&quot;unitPrice&quot;: &quot;34.9222&quot;');
  expect(page).not.toMatch(/<script|javascript:|undefined|\[object/);
});

const guide = readFileSync(new URL('../../../docs/integration.md', import.meta.url), 'utf8');

it('the guide’s table of refusals has the codes of the API with their status, and no other', () => {
  const rows = [...guide.matchAll(/^\| (\d{3}) \| `([A-Z_]+)` \| \S/gm)].map(([, status, code]) => `${status} ${code}`);
  expect(rows.sort()).toEqual(
    Object.entries(errors)
      .map(([code, { status }]) => `${status} ${code}`)
      .sort(),
  );
});

it('the guide names every failure that the API’s own rooms answer with, and none that there is not', () => {
  const known: readonly string[] = failureCodes;
  const table = guide.slice(guide.indexOf('| `failure.code` | when |'), guide.indexOf('## What your side must see to'));
  const told = [...table.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([A-Z_]+)`/g)]);
  const codes = told.map(([, code = '']) => code);
  expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  const rooms = ['handlers/bills.ts', 'handlers/persons.ts', 'handlers/stays.ts', 'from-journal.ts', 'keys.ts'];
  const billing = ['billing.ts', 'stays.ts', 'answers.ts', 'refunding.ts', 'preparing.ts'].map(
    (file) => `../../billing/${file}`,
  );
  const answered = [...rooms, ...billing].flatMap((file) => [
    ...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/failed\('([A-Z_]+)'\)/g),
  ]);
  const untold = new Set(answered.map(([, code = '']) => code).filter((code) => !codes.includes(code)));
  // Said as a status of the API, not as a failure.
  untold.delete('BILL_NONE');
  expect([...untold]).toEqual([]);
});

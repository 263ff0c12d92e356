import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatDate } from '../../common/kernel/dates.ts';
import { sitePolicies } from '../../kiosk-config/policy-pages/check.ts';
import { notInForce } from '../../kiosk-config/policy-pages/load.ts';
import { siteProfileSchema } from '../../kiosk-config/schema.ts';
import { listFiles } from '../build/tree.ts';
import { stagePolicyPages } from './policy-pages.ts';
import { firstProfile } from './stage.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'minka-stage-'));
  stagePolicyPages(root);
});
afterAll(() => rmSync(root, { recursive: true }));

it('a new terminal shows what holds in the whole country, and production refuses none of it', () => {
  const today = formatDate(Date.now());
  const { policyPages } = siteProfileSchema.parse(JSON.parse(firstProfile()));
  const folder = join(root, 'etc/minka', policyPages?.folder ?? 'none');
  const { pages, problems } = sitePolicies({ mode: 'production', policyPages: { folder, cities: [] } }, today);
  expect(problems).toEqual([]);
  expect(pages.map(({ id }) => id)).toEqual(expect.arrayContaining(['retirement-age', 'work-injury']));
  expect(pages.flatMap(({ cities }) => cities)).toEqual([]);
  // An office that installs it today must not be told tomorrow that it shows what is over.
  expect(notInForce(pages, today)).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(2 * pages.length);
});

it('every page of the sources lies there as an example, as it is', () => {
  const examples = join(root, 'usr/share/minka/policy-examples');
  expect(listFiles(examples)).toEqual(listFiles('kiosk-config/policy'));
  for (const { path } of listFiles(join(root, 'etc/minka/policy')))
    expect(readFileSync(join(root, 'etc/minka/policy', path))).toEqual(readFileSync(join(examples, path)));
});

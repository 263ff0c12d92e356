import { expect, it } from 'vitest';
import { routes } from '../../common/contracts/billing/routes.ts';
import { committed, documentText, hisDocument } from '../../scripts/his-document.ts';
import * as sdk from '../clients/his/generated/index.js';

it('the published document of the HIS API is the contract’s own', async () => {
  expect(JSON.parse(committed())).toEqual(JSON.parse(documentText(await hisDocument())));
});

it('the example HIS’s generated client has a function for every operation of it', () => {
  expect(Object.keys(sdk)).toEqual(expect.arrayContaining(routes.map(({ name }) => name)));
});

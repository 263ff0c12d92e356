import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { routes } from '../../common/contracts/billing/routes.ts';
import { committed, documentText, hisDocument } from '../../scripts/his-document.ts';
import * as sdk from '../clients/his/generated/index.js';

it('the published document of the HIS API is the contract’s own', async () => {
  expect(JSON.parse(committed())).toEqual(JSON.parse(documentText(await hisDocument())));
});

it('the example HIS’s client was generated from this very document, byte for byte', () => {
  const made = readFileSync(new URL('../clients/his/generated/openapi.sha256', import.meta.url), 'utf8').trim();
  // Where it differs: generate the client anew as test/clients/his/README.md says, whose last step writes this digest.
  expect(createHash('sha256').update(committed()).digest('hex')).toBe(made);
});

it('the example HIS’s generated client has a function for every operation of it', () => {
  expect(Object.keys(sdk)).toEqual(expect.arrayContaining(routes.map(({ name }) => name)));
});

/** Names of fields and values of lists, wherever the document has one. */
function wordsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { properties, enum: values } = node as { readonly properties?: object; readonly enum?: readonly unknown[] };
  const listed = (values ?? []).filter((value) => typeof value === 'string');
  return [...Object.keys(properties ?? {}), ...listed, ...Object.values(node).flatMap(wordsOf)];
}

it('the example HIS’s generated client knows every field and every code of it', () => {
  const types = readFileSync(new URL('../clients/his/generated/types.gen.d.ts', import.meta.url), 'utf8');
  const known = new Set(types.match(/\w+/g));
  expect([...new Set(wordsOf(JSON.parse(committed())))].filter((word) => !known.has(word))).toEqual([]);
});

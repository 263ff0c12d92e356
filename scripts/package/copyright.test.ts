import { expect, it } from 'vitest';
import { copyrightText } from './copyright.ts';

const component = (name: string) => ({ name, version: '0', 'bom-ref': name });

it('names the licence of every work: its text, or what its manifest says', () => {
  const text = copyrightText(['pdfkit', 'fontkit', 'qrcode-generator'].map(component));
  expect(text).toMatch(/\npdfkit 0\n=+\nMIT LICENSE/);
  expect(text).toMatch(/\nfontkit 0\n=+\nMIT, as its package\.json says; by Devon Govett/);
  expect(text).toMatch(/\nqrcode-generator 0\n=+\nMIT, as its package\.json says/);
});

import { type SlipDocument, slipDocumentSchema } from '../../common/contracts/slip.ts';
import type { CertificateDocument } from '../../terminal/certificates/page/sheets.ts';
import { sampleDocument } from '../../terminal/certificates/testing/content.ts';
import { slipOf } from './slip.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** A picture of the manuals: its file in docs/manual/pictures, without `.png`, and what it is a picture of. */
export type Picture = { readonly name: string } & (
  | { readonly kind: 'screen'; readonly view: string; readonly lang: Language }
  | { readonly kind: 'slip'; readonly slip: SlipDocument }
  | { readonly kind: 'page'; readonly page: CertificateDocument }
);

/** Screens by the name of their picture: a view of the gallery each (renderer/gallery/views.ts), in both languages. */
const screens: Readonly<Record<string, string>> = {
  'insert-card': 'insertCard-loss',
  pin: 'enterPin-typing',
  'which-bill': 'whoYouAre-services',
  fees: 'visit',
  'who-pays': 'split',
  confirm: 'confirm',
  done: 'done',
  services: 'home',
  pension: 'pension',
  record: 'contributions',
  certificate: 'certificates-issued',
  settings: 'whoYouAre+settings',
  'still-there': 'stillThere',
  'not-known': 'unknown',
  'no-paper': 'done-waitingForPaper',
  'out-of-service': 'outOfService-CENTRE_UNREACHABLE',
  'work-list': 'staff-list-many',
  books: 'staff-report-open',
};

/** Every picture of the manuals. The A4 page is there once: it comes in its authority's language alone. */
export const pictures: readonly Picture[] = [
  ...languages.flatMap((lang): readonly Picture[] => [
    ...Object.entries(screens).map(
      ([name, view]) => ({ kind: 'screen', name: `${name}.${lang}`, view, lang }) as const,
    ),
    { kind: 'slip', name: `slip.${lang}`, slip: slipDocumentSchema.parse(slipOf(lang)) },
  ]),
  { kind: 'page', name: 'certificate-page', page: sampleDocument },
];

import type { CertificateContent, CertificateSeal } from '../../../common/contracts/benefits/certificates.ts';
import { groupCertificateCode } from '../../../common/kernel/certificate-code.ts';
import { body } from './body.ts';
import { flow } from './flow.ts';
import { box, LEFT, type Mark, RIGHT, rule, SHEET, text } from './marks.ts';
import { type PageSay, pageSayer } from './say.ts';

/** A certificate as it goes onto paper. Nothing in it but what was issued: the same certificate is the same page. */
export interface CertificateDocument {
  readonly mode: 'lab' | 'production';
  readonly locale: 'zh-CN' | 'en';
  readonly code: string;
  /** SHA-256 of the content, hex. */
  readonly digest: string;
  readonly content: CertificateContent;
  readonly seal: CertificateSeal | null;
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly terminal: string;
}

const FOOT = 40;
const TOP = 44;
const BOTTOM = SHEET.height - SHEET.margin - FOOT;

/** How much of a digest is printed: what a person can compare. */
const DIGEST_SHOWN = 16;

/** What a QR of a certificate holds: kind, version and check code; nothing of the person. */
export function certificateCodeData(code: string): string {
  return `minka:certificate:1:${code}`;
}

/** Sixteen digits of a digest, as page and verification show them. */
export function shownDigest(digest: string): string {
  return digest.slice(0, DIGEST_SHOWN);
}

function head(say: PageSay, { mode, content }: CertificateDocument): readonly Mark[] {
  const centre = SHEET.width / 2;
  const lab =
    mode === 'lab'
      ? [
          box(LEFT, 10, RIGHT - LEFT, 7, 'ink'),
          text(centre, 14.9, 4, say('lab'), { align: 'centre', bold: true, tone: 'paper' }),
        ]
      : [];
  return [
    ...lab,
    text(centre, 30, 6.4, say(`title.${content.kind}`), { align: 'centre', bold: true, widest: RIGHT - LEFT }),
    text(centre, 37, 3.4, `${content.city}　${content.authority}`, { align: 'centre', widest: RIGHT - LEFT }),
    rule(40, 0.4),
  ];
}

/** Who sealed it. A lab's seal is a plain frame with words: nothing that could be taken for an office's. */
function sealMarks(say: PageSay, seal: CertificateSeal | null, y: number): readonly Mark[] {
  const [x, w] = [RIGHT - 52, 52];
  if (seal === null) return [text(RIGHT, y + 6, 3.2, say('unsealed'), { align: 'right', tone: 'soft' })];
  const middle = x + w / 2;
  const centred = { align: 'centre', widest: w - 4 } as const;
  return [
    box(x, y, w, 24, null, 0.4),
    text(middle, y + 7, 4.6, say(seal.lab ? 'sealLab' : 'sealed'), { ...centred, bold: true }),
    text(middle, y + 13, 3, seal.lab ? say('sealLabNote') : say('sealedBy', { signer: seal.signer }), centred),
    text(middle, y + 19, 2.6, say('sealKey', { key: `${seal.algorithm} ${seal.keyId}` }), { ...centred, tone: 'soft' }),
  ];
}

/** How it is checked; on every sheet, so that no sheet stands for itself. */
function foot(say: PageSay, document: CertificateDocument, page: number, pages: number): readonly Mark[] {
  const { code, digest, seal, issuedOn, expiresOn, terminal } = document;
  const y = BOTTOM + 4;
  const x = LEFT + 30;
  return [
    rule(y - 2, 0.4),
    { kind: 'code', x: LEFT, y, side: 26, data: certificateCodeData(code) },
    text(x, y + 4, 3, say('code'), { tone: 'soft' }),
    text(x, y + 10, 4.6, groupCertificateCode(code), { bold: true, widest: 86 }),
    text(x, y + 15.5, 3.1, `${say('issued', { day: issuedOn })}　${say('expires', { day: expiresOn })}`, {
      widest: 86,
    }),
    text(x, y + 20, 2.8, say('how'), { widest: 86 }),
    text(x, y + 24, 2.8, say('compare'), { widest: 86 }),
    ...sealMarks(say, seal, y),
    text(LEFT, y + 33, 2.8, say('digest', { digest: shownDigest(digest) }), { tone: 'soft' }),
    text(SHEET.width / 2, y + 33, 2.8, say('terminal', { terminal }), { align: 'centre', tone: 'soft' }),
    text(RIGHT, y + 33, 2.8, say('page', { page, pages }), { align: 'right', tone: 'soft' }),
  ];
}

/** The sheets of a certificate, each with its head and foot. */
export function sheetsOf(document: CertificateDocument): readonly (readonly Mark[])[] {
  const say = pageSayer(document.locale);
  const sheets = flow(body(say, document.content), TOP, BOTTOM);
  return sheets.map((marks, index) => [
    ...head(say, document),
    ...marks,
    ...foot(say, document, index + 1, sheets.length),
  ]);
}

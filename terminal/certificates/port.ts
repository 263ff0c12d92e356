import type { PageState } from '../../common/contracts/session/services/certificates.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { CertificateDocument } from './page/sheets.ts';

/** Makes an A4 page of a certificate: the same certificate is the same bytes. */
export interface PageMaker {
  /** `font`: a font cannot be read; `glyph`: a character is in none, and no page is better than a hollow box. */
  draw(document: CertificateDocument): Promise<Result<Uint8Array, 'font' | 'glyph'>>;
}

/** Where pages go: a printer, or a folder. Never throws. */
export interface PageOutput {
  /** `name` says nothing of the person; it may be seen in a queue. Resolves when it is known what became of the page, or after a while. */
  send(pdf: Uint8Array, name: string): Promise<Exclude<PageState, 'off' | 'notMade'>>;
}

/** Both, or nothing: without them certificates come as slips. */
export interface Pages {
  readonly maker: PageMaker;
  readonly output: PageOutput;
}

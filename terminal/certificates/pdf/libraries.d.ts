/**
 * What is used of pdfkit and fontkit, and nothing else: both come without types, and those that others wrote speak of an
 * older version. Whoever uses more of them writes it down here first.
 */
declare module 'pdfkit' {
  export interface PdfOptions {
    readonly size: readonly [width: number, height: number];
    readonly margin: number;
    readonly autoFirstPage: boolean;
    readonly compress: boolean;
    /** Empty: none of the standard fonts is loaded. */
    readonly font: string;
    readonly info: {
      readonly Title: string;
      readonly Creator: string;
      readonly Producer: string;
      readonly CreationDate: Date;
    };
  }

  /** Lengths are points from the top left corner. */
  export default class PDFDocument {
    constructor(options: PdfOptions);
    addPage(): this;
    registerFont(name: string, bytes: Uint8Array, face: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string): number;
    fillColor(colour: string): this;
    text(text: string, x: number, y: number, options: { lineBreak: boolean; baseline: 'alphabetic' }): this;
    rect(x: number, y: number, w: number, h: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    fill(colour: string): this;
    stroke(colour: string): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit';

  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}

declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }

  /** A collection where no face, or none of that name, was asked for. Throws on what is no font. */
  export function create(bytes: Uint8Array, face: string): Font | { readonly fonts: readonly Font[] } | null;
}

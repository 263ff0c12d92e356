/** How much room a text takes on the glass, in widths of a Chinese character (em). */

/** A line of a sheet at the size of its text on the drawing's panel (231 mm, letters of 12.5 mm). */
export const LINE_EM = 18;
/** Lines of a sheet between its heading and the counter's edge. */
export const SHEET_LINES = 8;
/** A heading, and a title as a choice: one line beside its number. */
export const HEADING_EM = 14;
export const TITLE_EM = 12;

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…·]/u;
/** Latin letters and digits of the face that is shipped, on average. */
const NARROW_EM = 0.54;

/** Width of a text in em. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 1 : NARROW_EM), 0);
}

/** Lines that a paragraph or an item takes; words do not break, so Latin text gets a tenth more. */
export function linesOf(text: string): number {
  const latin = /[A-Za-z]{4}/.test(text) ? 1.1 : 1;
  return Math.max(1, Math.ceil((widthOf(text) * latin) / LINE_EM));
}

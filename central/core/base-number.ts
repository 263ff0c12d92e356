/** The transaction whose table and handler a number uses: 2203A is 2203 (Inner Mongolia; domain-facts B5.1). */
export function baseNumber(infno: string): string {
  return /^220[367]A$/.test(infno) ? infno.slice(0, 4) : infno;
}

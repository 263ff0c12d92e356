/**
 * Lets go of the text that a regular expression matched last. The language keeps it whole (`RegExp.input`, ECMA-262 annex
 * B) until something else matches: on a machine that rests, the words of whoever stood there last.
 */
export function forgetLastMatch(): void {
  /^/u.test('');
}

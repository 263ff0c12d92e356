import type { ContentsPart } from '../part.ts';

/** What a keypad beside the screen sends. An allow-list: key-injecting devices know more shortcuts than any deny-list. */
const ALLOWED = /^(?:[0-9]|Enter|Escape|Backspace|Tab|ArrowUp|ArrowDown|ArrowLeft|ArrowRight| )$/;

/** The lock on keys: a key goes to the page only alone (Shift+Tab apart) and only from the list. */
export function lockKeys(contents: Pick<ContentsPart, 'on'>): void {
  contents.on('before-input-event', (event, { key, control, alt, meta, shift }) => {
    const plain = !control && !alt && !meta && (!shift || key === 'Tab');
    if (!plain || !ALLOWED.test(key)) event.preventDefault();
  });
}

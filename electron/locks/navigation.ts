import type { CancelableEvent, ContentsPart } from '../part.ts';

/**
 * The lock on navigation: a page goes nowhere, not even to itself. The main process loads pages; its own `loadURL`
 * does not raise these events, so everything that does comes from the page or from a hand on the glass.
 */
export function lockNavigation(
  contents: Pick<ContentsPart, 'on'>,
  onAttempt: (lock: string, what: string) => void,
): void {
  const refuse = (details: CancelableEvent & { readonly url: string }): void => {
    details.preventDefault();
    onAttempt('navigation', schemeOf(details.url));
  };
  contents.on('will-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-frame-navigate', refuse);
  // A page that does not want to go must not hold up its own replacement.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}

/** Only the scheme goes to the log: an address can carry anything. */
function schemeOf(url: string): string {
  return /^[a-z][a-z0-9+.-]{0,20}(?=:)/i.exec(url)?.[0].toLowerCase() ?? 'none';
}

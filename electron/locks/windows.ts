import type { ContentsPart } from '../part.ts';

/** The lock on windows: no second one by any way, no webview inside one, no menu under a long press, no zoom. */
export function lockWindows(contents: ContentsPart, onAttempt: (lock: string, what: string) => void): void {
  contents.setWindowOpenHandler(({ disposition }) => {
    onAttempt('window', disposition);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    onAttempt('webview', 'attach');
  });
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('zoom-changed', (event) => event.preventDefault());
  contents.setIgnoreMenuShortcuts(true);
  void contents.setVisualZoomLevelLimits(1, 1);
}

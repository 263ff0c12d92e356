import type { SessionPart } from '../part.ts';

/** The lock on what would leave a trace or open a dialog: downloads, and the spell checker with its dictionaries. */
export function lockDownloads(session: SessionPart, onAttempt: (lock: string, what: string) => void): void {
  session.on('will-download', (event) => {
    event.preventDefault();
    onAttempt('download', 'file');
  });
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}

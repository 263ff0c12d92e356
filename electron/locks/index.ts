import type { AppPart, ContentsPart, SessionPart } from '../part.ts';
import { lockContentsDevices, lockDevices } from './devices.ts';
import { lockDownloads } from './downloads.ts';
import { lockKeys } from './keys.ts';
import { lockNavigation } from './navigation.ts';
import { lockNetwork, lockQuestions } from './network.ts';
import type { Face } from './origin.ts';
import { lockPermissions } from './permissions.ts';
import { lockWindows } from './windows.ts';

/** `lock` held, and `what` was tried (a kind, never an address or a text). */
export type OnAttempt = (lock: string, what: string) => void;

/** Locks of every page there ever is in this process, from the moment that it exists: ours, and one nobody foresaw. */
export function lockApp(app: AppPart, face: Face, onAttempt: OnAttempt): void {
  lockQuestions(app);
  app.on('web-contents-created', (_event, contents) => lockContents(contents, face, onAttempt));
  // Without a listener Electron would quit with its last window; the supervisor decides.
  app.on('window-all-closed', () => undefined);
}

export function lockContents(contents: ContentsPart, face: Face, onAttempt: OnAttempt): void {
  lockNavigation(contents, onAttempt);
  lockWindows(contents, onAttempt);
  lockKeys(contents, face);
  lockContentsDevices(contents);
}

export function lockSession(session: SessionPart, onAttempt: OnAttempt): void {
  lockPermissions(session, onAttempt);
  lockDevices(session);
  lockNetwork(session, onAttempt);
  lockDownloads(session, onAttempt);
}

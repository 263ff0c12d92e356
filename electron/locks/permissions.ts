import type { SessionPart } from '../part.ts';

/**
 * The lock on permissions: Electron grants everything by default, and asks in three places. All three say no to
 * everything, also to names that a later Chromium invents; the screen capture has a question of its own.
 */
export function lockPermissions(session: SessionPart, onAttempt: (lock: string, what: string) => void): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    onAttempt('permission', permission);
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
}

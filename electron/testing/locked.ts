import { lockApp, lockSession } from '../locks/index.ts';
import { StandInApp, StandInContents, StandInSession } from './stand-in.ts';

/** An app, a contents and a session with every lock on, and what the locks have told of attempts. */
export function locked(face: 'kiosk' | 'desk' = 'kiosk') {
  const [app, contents, session] = [new StandInApp(), new StandInContents(), new StandInSession()];
  const attempts: string[] = [];
  const note = (lock: string, what: string): void => void attempts.push(`${lock} ${what}`);
  lockApp(app, face, note);
  app.raise('web-contents-created', contents);
  lockSession(session, note);
  return { app, contents, session, attempts, note };
}

/** In the place of a lock that was never put on. */
export function noLock(): never {
  throw new Error('the lock is not there');
}

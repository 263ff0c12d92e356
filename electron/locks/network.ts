import type { AppPart, SessionPart } from '../part.ts';
import { ORIGIN } from './origin.ts';

/**
 * The lock on the page's network: of all addresses only our own scheme is served, whatever the page's policy says.
 * Outbound calls are the terminal's; certificates, client certificates and log-ins are never asked of a person.
 */
export function lockNetwork(session: SessionPart, onAttempt: (lock: string, what: string) => void): void {
  session.webRequest.onBeforeRequest(({ url, resourceType }, callback) => {
    const ours = url.startsWith(`${ORIGIN}/`);
    if (!ours) onAttempt('network', resourceType);
    callback({ cancel: !ours });
  });
}

export function lockQuestions(app: AppPart): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (event) => event.preventDefault());
  app.on('open-url', (event) => event.preventDefault());
  app.on('open-file', (event) => event.preventDefault());
}

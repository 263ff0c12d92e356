import type { Reply, Request } from '../message.ts';
import type { Fault } from './fault.ts';
import { refusedEnvelope } from './mutate.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

function page(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = `<!DOCTYPE html><html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, headers: { ...HTML, ...headers }, body: new TextEncoder().encode(body) };
}

/** The reply that a fault sends in place of the real one, or null where the real one goes out in some form. */
export function standIn(fault: Fault, request: Request): Reply | null {
  switch (fault.kind) {
    case 'http500':
      return page(500, 'Internal Server Error');
    case 'http404html':
      return page(404, 'Not Found');
    case 'http409':
      return page(409, 'Conflict');
    case 'http429':
      return page(
        429,
        'Too Many Requests',
        fault.retryAfterS === null ? {} : { 'retry-after': String(fault.retryAfterS) },
      );
    case 'redirect307':
      return page(307, 'Temporary Redirect', { location: `${request.path}?moved=1` });
    case 'garbage':
      // Neither JSON nor UTF-8.
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: Uint8Array.of(0x7b, 0xff, 0xfe, 0x00, 0x5d),
      };
    case 'businessRefusal':
    case 'systemError':
      return refusedEnvelope(fault);
    default:
      return null;
  }
}

import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Random } from '../common/kernel/ports.ts';

/**
 * Who may speak to the loopback server. Any program of the machine can reach its port, and any page in a browser can
 * make requests to it, so every request must name exactly our host (no rebound name), come from our own page (or
 * from the start page, whose origin is "null"), and carry the cookie that only the one-time token gives. The link's
 * page alone is given to everybody: it holds nothing.
 */
export interface Gate {
  readonly origin: string;
  /** Null: go on. Otherwise the status and a word for the log. */
  check(request: IncomingMessage, kind: 'enter' | 'link' | 'page' | 'socket'): Refusal | null;
  /** Begins a session and ends the one before; answers the Set-Cookie value. */
  begin(): string;
}

export interface Refusal {
  readonly status: 403 | 421;
  readonly why: 'host' | 'origin' | 'cookie';
}

export function createGate(port: number, random: Random): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Cookies know no ports: the name keeps two terminals in one browser apart.
  const name = `minka_screen_${port}`;
  let secret: string | null = null;

  const holdsCookie = (request: IncomingMessage): boolean => {
    if (secret === null) return false;
    const values = (request.headers.cookie ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part.startsWith(`${name}=`))
      .map((part) => part.slice(name.length + 1));
    // Two cookies of our name: somebody planted one. Neither is believed.
    return values.length === 1 && sameSecret(values[0] ?? '', secret);
  };

  return {
    origin,
    check(request, kind) {
      if (request.headers.host !== host) return { status: 421, why: 'host' };
      const from = request.headers.origin;
      // A file:// page posts with the opaque origin "null", the link's page with ours; GETs may leave the header out.
      const originHolds =
        kind === 'enter'
          ? from === 'null' || from === origin
          : kind === 'socket'
            ? from === origin
            : from === undefined || from === origin;
      if (!originHolds) return { status: 403, why: 'origin' };
      return kind === 'enter' || kind === 'link' || holdsCookie(request) ? null : { status: 403, why: 'cookie' };
    },
    begin() {
      secret = Buffer.from(random.bytes(32)).toString('base64url');
      return `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`;
    },
  };
}

function sameSecret(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}

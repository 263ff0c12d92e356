import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock, Random } from '../../common/kernel/ports.ts';

/** A link to the dock is opened by hand, so it lives longer than a screen's token, ms; still it works once. */
export const LINK_LIFE_MS = 10 * 60_000;

/** Links that wait and browsers that are in, at most: beyond it the oldest goes. */
const MOST = 64;

export type Refusal = 'host' | 'origin' | 'cookie' | 'type';

/**
 * Who may speak to the dock's loopback port. The dock can do anything to the lab, and any page in a browser can send
 * requests to a port of this machine: so exactly our host, our own origin, and the cookie that a one-time link gives.
 */
export interface DockGate {
  readonly origin: string;
  /** A fresh link; the ones before stay good until they are used or late. */
  issueLink(): string;
  /** The cookie that a link's token buys, or null. */
  enter(token: string): string | null;
  /** Null: go on. */
  check(request: IncomingMessage): Refusal | null;
  /** The token of a link, where the request is one. */
  tokenOf(request: IncomingMessage): string | null;
  hostHolds(request: IncomingMessage): boolean;
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

export function createDockGate(port: number, random: Random, clock: Clock): DockGate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const name = `minka_dock_${port}`;
  const links = new Map<string, number>();
  const cookies: Buffer[] = [];
  /** Late links go, and the oldest where there are too many. */
  const prune = (): void => {
    for (const [key, until] of links) if (clock.monotonic() > until || links.size > MOST) links.delete(key);
    cookies.splice(0, Math.max(0, cookies.length - MOST));
  };
  const secret = (): string => Buffer.from(random.bytes(32)).toString('base64url');

  const holdsCookie = (request: IncomingMessage): boolean => {
    const values = (request.headers.cookie ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part.startsWith(`${name}=`))
      .map((part) => hash(part.slice(name.length + 1)));
    const [given] = values;
    return values.length === 1 && given !== undefined && cookies.some((known) => timingSafeEqual(known, given));
  };

  return {
    origin,
    issueLink() {
      const token = secret();
      links.set(hash(token).toString('hex'), clock.monotonic() + LINK_LIFE_MS);
      prune();
      return `${origin}/?link=${token}`;
    },
    enter(token) {
      const key = hash(token).toString('hex');
      const until = links.get(key);
      links.delete(key);
      if (until === undefined || clock.monotonic() > until) return null;
      const cookie = secret();
      cookies.push(hash(cookie));
      prune();
      return `${name}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
    },
    hostHolds: (request) => request.headers.host === host,
    check(request) {
      if (request.headers.host !== host) return 'host';
      const from = request.headers.origin;
      const acts = request.method !== 'GET';
      if (acts ? from !== origin : from !== undefined && from !== origin) return 'origin';
      if (acts && request.headers['content-type'] !== 'application/json') return 'type';
      return holdsCookie(request) ? null : 'cookie';
    },
    tokenOf(request) {
      if (request.method !== 'GET') return null;
      return /^\/\?link=([A-Za-z0-9_-]{20,100})$/.exec(request.url ?? '')?.[1] ?? null;
    },
  };
}

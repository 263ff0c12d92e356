const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The body as JSON, or undefined where it is none; the schemas say the rest. */
export function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    return undefined;
  }
}

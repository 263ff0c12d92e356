import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { infnoAt } from '../../../central/server/paths.ts';
import type { Trigger } from './trigger.ts';

/** Who is asked for what: a transaction of the centre, or the last part of a path. */
function nameOf(path: string): string {
  return infnoAt(path) ?? path.split('/').slice(-1)[0] ?? path;
}

/**
 * Points of every HTTPS exchange: `send` (no byte of the request written), `half` (half of its body on the wire),
 * `sent` (all of it), `head` (the answer begins) and `answer` (all of it here, nothing of it kept yet).
 */
export function watchExchanges(trigger: Trigger): void {
  const real = https.request;
  const watched = (options: { readonly path: string }): ReturnType<typeof real> => {
    const outgoing = real(options);
    const name = nameOf(options.path);
    const end = outgoing.end.bind(outgoing) as (body?: Uint8Array) => typeof outgoing;
    outgoing.end = ((body?: Uint8Array) => {
      trigger.pass(`send ${name}`);
      if (body !== undefined && trigger.isArmed(`half ${name}`)) {
        const middle = body.length >> 1;
        outgoing.write(body.subarray(0, middle), () => {
          trigger.pass(`half ${name}`);
          end(body.subarray(middle));
        });
        return outgoing;
      }
      return end(body);
    }) as typeof outgoing.end;
    outgoing.once('finish', () => trigger.pass(`sent ${name}`));
    // First in line, before the code under test hears of it.
    outgoing.prependListener('response', (incoming) => {
      trigger.pass(`head ${name}`);
      incoming.prependListener('end', () => trigger.pass(`answer ${name}`));
    });
    return outgoing;
  };
  Object.assign(https, { request: watched });
  syncBuiltinESMExports();
}

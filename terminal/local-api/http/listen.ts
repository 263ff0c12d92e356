import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Serve } from './serve.ts';

export interface ListeningApi {
  readonly port: number;
  /** Takes no more, and ends what is idle; resolves when nothing is under way. */
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 64;
/** A request must be there whole within this, ms. */
const REQUEST_MS = 20_000;
/** Answers under way get this long when the terminal ends, ms; streams never end by themselves. A key finds its answer later. */
const CLOSE_MS = 300;

/** Listens on loopback only. `port` 0: any free one. The failure is the system's own word. */
export function listenHisApi(serve: Serve, port: number): Promise<Result<ListeningApi, string>> {
  return new Promise((resolve) => {
    const server = createServer(
      { requestTimeout: REQUEST_MS, headersTimeout: 10_000, keepAliveTimeout: 30_000, maxHeaderSize: 16_384 },
      (message, response) => {
        void serve(message, response, (server.address() as AddressInfo).port);
      },
    );
    server.maxConnections = MOST_CONNECTIONS;
    server.on('clientError', (_cause, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      else socket.destroy();
    });
    server.once('error', (cause: NodeJS.ErrnoException) => resolve(err(cause.code ?? 'listen')));
    server.listen(port, '127.0.0.1', () => {
      resolve(
        ok({
          port: (server.address() as AddressInfo).port,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              server.closeIdleConnections();
              setTimeout(() => server.closeAllConnections(), CLOSE_MS).unref();
            }),
        }),
      );
    });
  });
}

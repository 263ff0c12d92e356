import { request } from 'node:https';
import { type Authority, startHttps, type TestServer } from '../../../terminal/gateways/testing/test-server.ts';

/** A server before another one that answers 500 to every request whose body holds a certain text. */
export interface StumblingProxy extends TestServer {
  over(text: string): void;
}

export async function startStumblingProxy(authority: Authority, url: string): Promise<StumblingProxy> {
  let stone: string | null = null;
  const server = await startHttps(authority, ({ method, url: path, headers, body }, response) => {
    if (stone !== null && body.includes(stone)) {
      response.writeHead(500);
      response.end();
      return;
    }
    const onward = request(`${url}${path}`, { method, ca: authority.ca, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  });
  return {
    ...server,
    over(text) {
      stone = text;
    },
  };
}

import { spawn } from 'node:child_process';

/** A real X server without a glass, on a free display; it ends with us. */
export interface Xvfb {
  readonly display: string;
  stop(): Promise<void>;
}

export async function startXvfb(): Promise<Xvfb> {
  const words = ['-displayfd', '1', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp', '-noreset'];
  const child = spawn('/usr/bin/setpriv', ['--pdeathsig', 'KILL', '--', 'Xvfb', ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const display = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(`:${data.toString().trim()}`));
    child.once('error', reject);
    void gone.then(() => reject(new Error('the X server did not start (Debian package xvfb)')));
  });
  return {
    display,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

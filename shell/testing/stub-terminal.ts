import { join } from 'node:path';
import { shellLink } from '../../common/contracts/shell-link.ts';
import { connect } from '../../common/rpc/connect.ts';
import { systemClock } from '../../wire/system.ts';
import { connectUnix, listenUnix } from '../../wire/unix-socket.ts';
import { stubChild } from './stub-child.ts';

/** Echoes every frame of the screen; the frame "replaceHost" asks the shell for a new device host. */
const run = process.argv[5] ?? '';
const { note, behaviour, ready } = stubChild('terminal', run);
if (behaviour === 'silentDeath') process.exit(4);
if (behaviour === 'refuse') {
  process.stdout.write('{"ready":false,"error":{"code":"STORE_NEWER","message":"made by a newer version"}}\n');
} else {
  const link = await connectUnix(join(run, 'shell.sock'), { retryMs: 5000 });
  if (!link.ok) throw new Error(link.error.message);
  const shell = connect(link.value, shellLink, { timeoutMs: 10_000, clock: systemClock() });
  shell.on('alarm', (alarm) => note(`alarm ${alarm.kind}${alarm.kind === 'quiet' ? ` ${alarm.part}` : ''}`));
  shell.on('stopping', ({ withinMs }) => note(`stopping ${withinMs}`));
  const screen = await listenUnix(join(run, 'screen.sock'), (channel) => {
    channel.onText((text) => {
      if (text !== 'replaceHost') channel.post(`echo ${text}`);
      else void shell.call('replaceHost', { reason: 'test' }).then((result) => channel.post(JSON.stringify(result)));
    });
  });
  if (!screen.ok) throw new Error(screen.error.message);
  const beat = (): void => {
    void shell.call('beat', { at: performance.now(), settlementOpen: false, renderedAgoMs: null });
  };
  beat();
  setInterval(beat, 500);
  await shell.call('ready', { pid: process.pid });
  ready();
}

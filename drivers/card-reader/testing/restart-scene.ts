import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CardStatus } from '../../../common/contracts/devices/card.ts';
import { personaSchema } from '../emulator/persona.ts';
import { insertCard } from '../emulator/vpicc.ts';
import { HOLDER } from './holder.ts';
import { openRealReader } from './real-service.ts';

// Runs in mount and network namespaces of its own (see restart.device.test.ts), so that the PC/SC service that it
// kills is nobody else's. argv: a directory for configuration. Prints one JSON line with what was seen.

const PORT = 35963;
const DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const SOCKET = '/run/pcscd/pcscd.comm';
const [dir = ''] = process.argv.slice(2);
const ROUNDS = 10;

execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/run/pcscd']);
execFileSync('ip', ['link', 'set', 'lo', 'up']);
for (const kind of ['with', 'without']) mkdirSync(join(dir, kind), { recursive: true });
const hexPort = `0x${PORT.toString(16)}`;
const config = [
  `FRIENDLYNAME "Virtual PCD"`,
  `DEVICENAME /dev/null:${hexPort}`,
  `LIBPATH ${DRIVER}`,
  `CHANNELID ${hexPort}`,
];
writeFileSync(join(dir, 'with', 'vpcd'), `${config.join('\n')}\n`);

let service: ChildProcess | null = null;
async function start(readers: 'with' | 'without'): Promise<void> {
  service = spawn('/usr/sbin/pcscd', ['--foreground', '--error', '--config', join(dir, readers)], { stdio: 'ignore' });
  while (!existsSync(SOCKET)) await pause(20);
}
async function kill(): Promise<void> {
  if (!service) return;
  const gone = once(service, 'exit');
  service.kill('SIGKILL');
  await gone;
  service = null;
}

const reader = openRealReader();
async function until(right: (status: CardStatus) => boolean): Promise<CardStatus> {
  const limit = performance.now() + 10_000;
  while (!right(reader.status())) {
    if (performance.now() > limit) throw new Error(`still ${JSON.stringify(reader.status())}`);
    await pause(10);
  }
  return reader.status();
}
async function put(apduMs: number) {
  for (;;) {
    // A service that has just started may not listen for cards yet.
    const card = await insertCard(
      personaSchema.parse({ label: 'test', holder: HOLDER, behaviour: { apduMs } }),
      PORT,
    ).catch(() => null);
    if (card) return card;
    await pause(50);
  }
}
const generation = (status: CardStatus): number => (status.kind === 'present' ? status.generation : -1);

const idle: string[] = [];
const midRead: string[] = [];
const generations: number[] = [];
const recoveryMs: number[] = [];
const downFirst = (await until((s) => s.kind === 'serviceDown')).kind;
for (let round = 0; round < ROUNDS; round++) {
  await start('with');
  const begun = performance.now();
  await until((s) => s.kind === 'empty');
  recoveryMs.push(performance.now() - begun);
  const card = await put(round % 2 === 0 ? 0 : 30);
  const number = generation(await until((s) => s.kind === 'present'));
  generations.push(number);
  if (round % 2 === 0) {
    const read = await reader.read(number);
    idle.push(read.ok ? 'read' : read.error);
    await kill();
  } else {
    const reading = reader.read(number);
    await pause(150);
    await kill();
    const read = await reading;
    midRead.push(read.ok ? 'read' : read.error);
  }
  await card.remove();
  await until((s) => s.kind === 'serviceDown');
}
await start('without');
const without = (await until((s) => s.kind === 'noReader')).kind;
const gone = await reader.read(generations.at(-1) ?? 0);
await kill();
await start('with');
const back = (await until((s) => s.kind === 'empty')).kind;
await kill();
const result = { downFirst, idle, midRead, generations, recoveryMs, without, gone, back, stuck: reader.stuck() };
process.stdout.write(`${JSON.stringify(result)}\n`);
await reader.close();

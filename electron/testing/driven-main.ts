import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  safeStorage,
  session,
  utilityProcess,
} from 'electron';
import { checkArguments } from '../locks/arguments.ts';
import { boot } from '../main/boot.ts';
import { stderrLog } from '../main/log.ts';
import { systemClock } from '../main/system-clock.ts';

/**
 * The entry for Playwright, which drives Electron through an inspector and a debugging port: just what the real entry
 * refuses. It differs in nothing but that these two switches, and no other, are taken out before the lock looks. It is
 * built by the suite and is in no package.
 */
const DRIVER = /^--(?:inspect|remote-debugging-port)=0$/;

await boot({
  electron: { app, BrowserWindow, ipcMain, Menu, MessageChannelMain, protocol, safeStorage, session, utilityProcess },
  arguments: checkArguments(process.argv.slice(2).filter((arg) => !DRIVER.test(arg))),
  options: { ok: true, value: null },
  environment: { ok: true, value: null },
  env: process.env,
  platform: process.platform,
  dist: join(import.meta.dirname, '../..'),
  kill: (pid) => void process.kill(pid, 'SIGKILL'),
  onSignal: (listener) => void process.on('SIGTERM', () => listener('SIGTERM')),
  onFatal: () => undefined,
  clock: systemClock,
  log: stderrLog,
});

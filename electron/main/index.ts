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
import { checkArguments, checkExecArguments } from '../locks/arguments.ts';
import { checkEnvironment } from '../locks/environment.ts';
import { boot } from './boot.ts';
import { stderrLog } from './log.ts';
import { systemClock } from './system-clock.ts';

/**
 * Electron's entry: the only file, beside the preload, that imports 'electron' at run time. It hands its parts, and
 * what the operating system gave us, to `boot`.
 */
await boot({
  electron: {
    app,
    BrowserWindow,
    ipcMain,
    Menu,
    MessageChannelMain,
    protocol,
    safeStorage,
    session,
    utilityProcess,
  },
  // Unpackaged (`electron dist/electron/main/index.js …`) the second word is the program itself.
  arguments: checkArguments(process.argv.slice(app.isPackaged ? 1 : 2)),
  options: checkExecArguments(process.execArgv),
  environment: checkEnvironment(process.env),
  env: process.env,
  platform: process.platform,
  dist: join(import.meta.dirname, '../..'),
  kill: (pid) => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It is gone already; its exit is on the way.
    }
  },
  onSignal: (listener) => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => listener(name));
  },
  onFatal: (listener) => {
    process.on('uncaughtException', listener);
    process.on('unhandledRejection', listener);
  },
  clock: systemClock,
  log: stderrLog,
});

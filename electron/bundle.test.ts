import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildElectron } from './build.config.ts';

/** What is shipped is what is looked at: the bundles, not the sources. */
let dir: string;
let main: string;
let preload: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-electron-'));
  await buildElectron(dir);
  main = readFileSync(join(dir, 'electron/main/index.js'), 'utf8');
  preload = readFileSync(join(dir, 'electron/preload/index.cjs'), 'utf8');
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

describe('the build', () => {
  it('is one file each, ESM and CommonJS, and both parse', () => {
    expect(readdirSync(join(dir, 'electron/main'))).toEqual(['index.js']);
    expect(readdirSync(join(dir, 'electron/preload'))).toEqual(['index.cjs']);
    writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
    for (const file of ['main/index.js', 'preload/index.cjs']) {
      expect(() => execFileSync(process.execPath, ['--check', join(dir, 'electron', file)])).not.toThrow();
    }
  });

  it('imports nothing but Node and Electron', () => {
    const imports = [...main.matchAll(/(?:from|import\(|require\()\s*["']([^"']+)["']/g)].map(([, name]) => name ?? '');
    expect(imports.filter((name) => !name.startsWith('node:') && name !== 'electron')).toEqual([]);
    expect([...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron']);
  });
});

describe('checklist 15: nothing is opened outside', () => {
  it.each([
    'openExternal',
    'openPath',
    'showItemInFolder',
    'child_process',
    'setAsDefaultProtocolClient',
    'executeJavaScript',
  ])('%s is not in the bundle', (word) => {
    expect(main).not.toContain(word);
    expect(preload).not.toContain(word);
  });
});

describe('checklist 18: no page comes from a file', () => {
  it('loadFile and file:// are not in the bundle, and the scheme does not get round the policy', () => {
    expect(main).not.toMatch(/\bloadFile\(|["'`]file:\/\//);
    expect(main).not.toMatch(/bypassCSP|allowServiceWorkers|supportFetchAPI/);
  });
});

describe('checklist 20: what the preload shows to the page', () => {
  const sent: unknown[][] = [];
  const listeners: ((...args: unknown[]) => void)[] = [];
  const channels: string[] = [];
  let exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {};

  beforeAll(() => {
    const contextBridge = { exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => (exposed[name] = api) };
    const ipcRenderer = {
      on(channel: string, listener: (...args: unknown[]) => void) {
        channels.push(channel);
        listeners.push(listener);
      },
      send: (...args: unknown[]) => sent.push(args),
    };
    exposed = {};
    runInNewContext(preload, {
      require: (name: string) => {
        if (name !== 'electron') throw new Error(`a sandboxed preload has no ${name}`);
        return { contextBridge, ipcRenderer };
      },
    });
  });

  it('is one object of two functions over one channel', () => {
    expect(Object.keys(exposed)).toEqual(['minkaWire']);
    expect(Object.keys(exposed['minkaWire'] ?? {})).toEqual(['post', 'onText']);
    expect(channels).toEqual(['minka']);
  });

  it('lets nothing but text out, and the page cannot name a channel', () => {
    const { post } = exposed['minkaWire'] ?? {};
    for (const junk of [1, null, undefined, {}, [], new Map(), () => 1]) post?.(junk);
    expect(sent).toEqual([]);
    post?.('frame', 'another-channel', { x: 1 });
    expect(sent).toEqual([['minka', 'frame']]);
  });

  it('lets nothing but text in, and no event object with its sender', () => {
    const got: unknown[][] = [];
    exposed['minkaWire']?.['onText']?.((...args: unknown[]) => got.push(args));
    exposed['minkaWire']?.['onText']?.('not a function');
    for (const args of [[1], [null], [{}], ['text', 'more']]) listeners[0]?.({ sender: 'ipcRenderer' }, ...args);
    expect(got).toEqual([['text']]);
  });
});

describe('checklist 16: the Electron that is used', () => {
  it('is pinned to one version, and that one is installed', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };
    expect(devDependencies['electron']).toBe(version);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

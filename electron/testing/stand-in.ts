import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, ForkOptions, Session, WebContents } from 'electron';
import type { ContentsPart, ElectronPart, FramePart, SessionPart, UtilityPart, WindowPart } from '../part.ts';
import { StandInMessageChannel } from './ports.ts';

/**
 * Electron's stand-in: the members that we use, typed by Electron's own declarations through `ElectronPart`, with
 * what a test needs to play the attacker: every handler is kept and every event can be raised.
 */
export class StandInContents extends EventEmitter implements ContentsPart {
  static ids = 0;
  readonly id = ++StandInContents.ids;
  readonly mainFrame: { url: string; parent: FramePart['parent'] } = { url: 'app://minka/index.html', parent: null };
  readonly sent: (readonly [string, ...unknown[]])[] = [];
  readonly calls: string[] = [];
  openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null;
  osPid = 900_000 + this.id;
  gone = false;

  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }
  setVisualZoomLevelLimits(least: number, most: number): Promise<void> {
    this.calls.push(`zoom ${least} ${most}`);
    return Promise.resolve();
  }
  setIgnoreMenuShortcuts(ignore: boolean): void {
    this.calls.push(`ignoreMenuShortcuts ${ignore}`);
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.calls.push(`webrtc ${policy}`);
  }
  send(channel: string, ...args: unknown[]): void {
    this.sent.push([channel, ...args]);
    this.emit('sent', channel, ...args);
  }
  isDestroyed(): boolean {
    return this.gone;
  }
  getOSProcessId(): number {
    return this.osPid;
  }
  /** Raises an event with a cancelable first argument; answers whether it was prevented. */
  raise(name: string, ...args: unknown[]): boolean {
    return raise(this, name, ...args);
  }
}

export class StandInWindow extends EventEmitter implements WindowPart {
  readonly webContents = new StandInContents();
  readonly options: BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  readonly calls: string[] = [];
  menu: unknown = 'default';
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    this.webContents.mainFrame.url = url;
    return Promise.resolve();
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  destroy(): void {
    if (this.webContents.gone) return;
    this.webContents.gone = true;
    this.emit('closed');
  }
  isDestroyed(): boolean {
    return this.webContents.gone;
  }
  setMenu(menu: null): void {
    this.menu = menu;
  }
}

type Handler<K extends keyof Session> = Session[K] extends (handler: infer H, ...rest: never[]) => unknown ? H : never;

export class StandInSession extends EventEmitter implements SessionPart {
  permissionRequest: Handler<'setPermissionRequestHandler'> = null;
  permissionCheck: Handler<'setPermissionCheckHandler'> = null;
  devicePermission: Handler<'setDevicePermissionHandler'> = null;
  bluetooth: Handler<'setBluetoothPairingHandler'> = null;
  displayMedia: Handler<'setDisplayMediaRequestHandler'> = null;
  spellChecker = true;
  spellLanguages: readonly string[] = ['en-US'];
  beforeRequest: ((details: object, callback: (answer: { cancel?: boolean }) => void) => void) | null = null;
  readonly handled = new Map<string, (request: Request) => Response | Promise<Response>>();

  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>): void => {
      this.handled.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (...args: unknown[]): void => {
      this.beforeRequest = args.at(-1) as typeof this.beforeRequest;
    },
  };
  setPermissionRequestHandler(handler: Handler<'setPermissionRequestHandler'>): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Handler<'setPermissionCheckHandler'>): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Handler<'setDevicePermissionHandler'>): void {
    this.devicePermission = handler;
  }
  setBluetoothPairingHandler(handler: Handler<'setBluetoothPairingHandler'>): void {
    this.bluetooth = handler;
  }
  setDisplayMediaRequestHandler(handler: Handler<'setDisplayMediaRequestHandler'>): void {
    this.displayMedia = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spellChecker = on;
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.spellLanguages = languages;
  }
  raise(name: string, ...args: unknown[]): boolean {
    return raise(this, name, ...args);
  }
}

export class StandInApp extends EventEmitter {
  readonly calls: string[] = [];
  readonly exits: number[] = [];
  readonly paths = new Map<string, string>();
  relaunches = 0;
  firstInstance = true;
  isPackaged = true;
  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }
  requestSingleInstanceLock(): boolean {
    return this.firstInstance;
  }
  whenReady(): Promise<void> {
    this.calls.push('whenReady');
    return Promise.resolve();
  }
  exit(code = 0): void {
    this.exits.push(code);
  }
  relaunch(): void {
    this.relaunches += 1;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  raise(name: string, ...args: unknown[]): boolean {
    return raise(this, name, ...args);
  }
}

export type Fork = (module: string, args: string[], options: ForkOptions) => UtilityPart;

export interface StandIn {
  readonly electron: ElectronPart;
  readonly app: StandInApp;
  readonly windows: readonly StandInWindow[];
  readonly sessions: ReadonlyMap<string, StandInSession>;
  readonly schemes: Parameters<ElectronPart['protocol']['registerSchemesAsPrivileged']>[0];
  readonly menus: readonly unknown[];
  readonly ipcMain: EventEmitter;
}

/** A whole Electron. `fork`: what stands for utility processes. */
export function standInElectron(fork: Fork): StandIn {
  const windows: StandInWindow[] = [];
  const sessions = new Map<string, StandInSession>();
  const schemes: Parameters<ElectronPart['protocol']['registerSchemesAsPrivileged']>[0] = [];
  const app = new StandInApp();
  const menus: unknown[] = [];
  const ipcMain = new EventEmitter();
  const electron: ElectronPart = {
    app,
    BrowserWindow: class extends StandInWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options);
        windows.push(this);
        // As Electron does, before the constructor returns.
        app.emit('web-contents-created', cancelable().event, this.webContents);
      }
    },
    Menu: { setApplicationMenu: (menu: unknown): void => void menus.push(menu) },
    protocol: {
      registerSchemesAsPrivileged: (list: typeof schemes): void => {
        if (app.calls.includes('whenReady')) throw new Error('too late: the app is ready');
        schemes.push(...list);
      },
    },
    session: {
      fromPartition(name: string): StandInSession {
        const made = sessions.get(name) ?? new StandInSession();
        sessions.set(name, made);
        return made;
      },
    },
    ipcMain,
    utilityProcess: { fork },
    MessageChannelMain: StandInMessageChannel,
    safeStorage: {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret' as const,
      encryptString: (text: string) => Buffer.from(text).reverse(),
      decryptString: (bytes: Buffer) => Buffer.from(bytes).reverse().toString(),
    },
  };
  return { electron, app, windows, sessions, schemes, menus, ipcMain };
}

export function cancelable(extra: object = {}): {
  readonly event: { preventDefault(): void };
  readonly prevented: () => boolean;
} {
  const state = { prevented: false };
  const preventDefault = (): void => {
    state.prevented = true;
  };
  const event = { ...extra, preventDefault };
  return { event, prevented: () => state.prevented };
}

function raise(emitter: EventEmitter, name: string, ...args: unknown[]): boolean {
  const [first, ...rest] = args;
  // A plain object first: what Electron puts on the event itself.
  const merged = typeof first === 'object' && first !== null && Object.getPrototypeOf(first) === Object.prototype;
  const { event, prevented } = cancelable(merged ? first : {});
  emitter.emit(name, event, ...(merged ? rest : args));
  return prevented();
}

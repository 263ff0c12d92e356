import type {
  App,
  BrowserWindowConstructorOptions,
  Event,
  ForkOptions,
  Input,
  IpcMainEvent,
  Menu,
  Protocol,
  SafeStorage,
  Session,
  UtilityProcess,
  WebContents,
  WebFrameMain,
  WebRequest,
} from 'electron';
import type { MessagePortLike } from '../common/rpc/message-port-channel.ts';

/**
 * What we use of Electron, cut out of its own types: a misspelt member does not compile. Only `main/index.ts` and the
 * preload import 'electron' at run time; everything else takes these parts, so it runs in tests without a runtime.
 * Events are listed one by one, because `Pick` of an overloaded `on` would keep all of Electron's; that each is
 * Electron's own is checked where `main/index.ts` hands the real module over.
 */
export type CancelableEvent = Pick<Event, 'preventDefault'>;

export interface AppPart
  extends Pick<App, 'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'exit' | 'relaunch' | 'setPath'> {
  on(event: 'second-instance', listener: () => void): unknown;
  on(event: 'window-all-closed', listener: () => void): unknown;
  on(event: 'web-contents-created', listener: (event: CancelableEvent, contents: WebContents) => void): unknown;
  on(event: 'open-url', listener: (event: CancelableEvent, target: string) => void): unknown;
  on(event: 'open-file', listener: (event: CancelableEvent, target: string) => void): unknown;
  on(
    event: 'certificate-error',
    listener: (
      event: CancelableEvent,
      contents: WebContents,
      url: string,
      error: string,
      certificate: unknown,
      callback: (trusted: boolean) => void,
    ) => void,
  ): unknown;
  on(
    event: 'select-client-certificate',
    listener: (
      event: CancelableEvent,
      contents: WebContents | null,
      url: string,
      list: unknown[],
      callback: () => void,
    ) => void,
  ): unknown;
  on(event: 'login', listener: (event: CancelableEvent) => void): unknown;
}

export type FramePart = Pick<WebFrameMain, 'url' | 'parent'>;

/** A web contents, as far as the locks of any page reach. */
export interface ContentsPart
  extends Pick<
    WebContents,
    | 'id'
    | 'setWindowOpenHandler'
    | 'setVisualZoomLevelLimits'
    | 'setIgnoreMenuShortcuts'
    | 'setWebRTCIPHandlingPolicy'
    | 'send'
    | 'isDestroyed'
    | 'getOSProcessId'
  > {
  readonly mainFrame: FramePart;
  on(event: 'will-navigate', listener: (details: CancelableEvent & { readonly url: string }) => void): unknown;
  on(event: 'will-redirect', listener: (details: CancelableEvent & { readonly url: string }) => void): unknown;
  on(event: 'will-frame-navigate', listener: (details: CancelableEvent & { readonly url: string }) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: CancelableEvent) => void): unknown;
  on(event: 'context-menu', listener: (event: CancelableEvent) => void): unknown;
  on(event: 'zoom-changed', listener: (event: CancelableEvent) => void): unknown;
  on(event: 'will-prevent-unload', listener: (event: CancelableEvent) => void): unknown;
  on(
    event: 'select-bluetooth-device',
    listener: (event: CancelableEvent, devices: unknown[], callback: (deviceId: string) => void) => void,
  ): unknown;
  on(event: 'before-input-event', listener: (event: CancelableEvent, input: Input) => void): unknown;
  on(
    event: 'render-process-gone',
    listener: (event: CancelableEvent, details: { readonly reason: string }) => void,
  ): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  on(event: 'did-finish-load', listener: () => void): unknown;
  on(
    event: 'did-fail-load',
    listener: (event: CancelableEvent, code: number, description: string, url: string) => void,
  ): unknown;
}

export interface SessionPart
  extends Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setBluetoothPairingHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setSpellCheckerEnabled'
    | 'setSpellCheckerLanguages'
  > {
  readonly protocol: Pick<Protocol, 'handle'>;
  readonly webRequest: Pick<WebRequest, 'onBeforeRequest'>;
  on(event: 'will-download', listener: (event: CancelableEvent) => void): unknown;
  on(
    event: 'select-hid-device',
    listener: (event: CancelableEvent, details: unknown, callback: (deviceId?: string | null) => void) => void,
  ): unknown;
  on(
    event: 'select-serial-port',
    listener: (
      event: CancelableEvent,
      ports: unknown[],
      contents: WebContents,
      callback: (portId: string) => void,
    ) => void,
  ): unknown;
  on(
    event: 'select-usb-device',
    listener: (event: CancelableEvent, details: unknown, callback: (deviceId?: string) => void) => void,
  ): unknown;
}

export interface WindowPart {
  readonly webContents: ContentsPart;
  loadURL(url: string): Promise<void>;
  show(): void;
  focus(): void;
  destroy(): void;
  isDestroyed(): boolean;
  setMenu(menu: null): void;
  on(event: 'closed', listener: () => void): unknown;
  on(event: 'ready-to-show', listener: () => void): unknown;
  on(event: 'close', listener: (event: CancelableEvent) => void): unknown;
}

export interface UtilityPart extends Pick<UtilityProcess, 'kill' | 'pid'> {
  postMessage(message: unknown, transfer?: MessagePortLike[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'spawn', listener: () => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
}

export type IpcSender = Pick<IpcMainEvent, 'senderFrame'> & { readonly sender: Pick<WebContents, 'id' | 'mainFrame'> };

export interface ElectronPart {
  readonly app: AppPart;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => WindowPart;
  readonly Menu: Pick<typeof Menu, 'setApplicationMenu'>;
  readonly protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>;
  readonly session: { fromPartition(partition: string, options: { readonly cache: boolean }): SessionPart };
  readonly ipcMain: { on(channel: string, listener: (event: IpcSender, ...args: unknown[]) => void): unknown };
  readonly utilityProcess: { fork(module: string, args: string[], options: ForkOptions): UtilityPart };
  readonly MessageChannelMain: new () => { readonly port1: MessagePortLike; readonly port2: MessagePortLike };
  readonly safeStorage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
  >;
}

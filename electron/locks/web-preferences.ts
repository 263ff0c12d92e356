import type { WebPreferences } from 'electron';

/** The page's storage: without `persist:`, so it is in memory and gone with the window's process. */
export const PARTITION = 'minka';

/** The lock on the page's own powers. Each is said although most are Electron's defaults: a default can change. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    partition: PARTITION,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    devTools: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    safeDialogs: true,
    autoplayPolicy: 'no-user-gesture-required',
    // The page proves that it draws; a throttled one would look hung.
    backgroundThrottling: false,
    enableWebSQL: false,
    webgl: false,
    images: true,
  };
}

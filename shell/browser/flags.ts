/** How the system's Chromium is started to show the screen. */
export interface KioskBrowser {
  /** Absolute path of the start page; it is opened as a file. */
  readonly startPage: string;
  /** The browser's own folder, writable by its user; nothing in it outlives a start that matters. */
  readonly profileDir: string;
  /** False: the whole screen. True: a window that can be moved, for a person who develops. */
  readonly windowed: boolean;
  /** Size of the screen or window, px. */
  readonly size: { readonly width: number; readonly height: number };
  /** False only for root, who cannot have the sandbox; `sandboxFor` decides. */
  readonly sandbox: boolean;
}

/** Parts of the browser that offer something to a person, or speak to somebody, and that no kiosk needs. */
const FEATURES_OFF = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  // A long press or two fingers must not go back a page, nor pull it down to reload.
  'OverscrollHistoryNavigation',
  'GlobalMediaControls',
  'TouchTextEditingRedesign',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'InterestFeedContentSuggestions',
];

/** Chromium's arguments, without the program's name. What a flag cannot lock, the managed policy does. */
export function kioskFlags(browser: KioskBrowser): readonly string[] {
  const { width, height } = browser.size;
  return [
    `--app=file://${encodeURI(browser.startPage)}`,
    ...(browser.windowed ? [] : ['--kiosk']),
    ...(browser.sandbox ? [] : ['--no-sandbox']),
    `--user-data-dir=${browser.profileDir}`,
    '--window-position=0,0',
    `--window-size=${width},${height}`,
    '--lang=zh-CN',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    // No crash bubble ("Restore pages?") and no error dialogs after a power cut or a kill.
    '--hide-crash-restore-bubble',
    '--noerrdialogs',
    '--disable-breakpad',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    // Warnings must be heard before anybody has touched anything: a card left in the slot, say.
    '--autoplay-policy=no-user-gesture-required',
    '--disable-notifications',
    '--deny-permission-prompts',
    `--disable-features=${FEATURES_OFF.join(',')}`,
  ];
}

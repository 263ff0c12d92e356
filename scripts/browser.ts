import type { LaunchOptions } from '@playwright/test';

/** Debian's Chromium, without its background traffic; root (a container) cannot have its sandbox. */
export function browserOptions(): LaunchOptions {
  return {
    executablePath: '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=Translate,MediaRouter,OptimizationHints',
    ],
  };
}

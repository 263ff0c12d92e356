// Both shells show the same quiet page.
export { type QuietPage, quietPage } from '../kiosk-config/quiet-page.ts';

import { contextBridge, ipcRenderer } from 'electron';
import { CHANNEL, WIRE } from '../channel.ts';

/**
 * The preload: sandboxed, CommonJS after bundling, and all that the page gets of Electron. Two functions over one fixed
 * channel that carries text; no event object, no channel name and nothing of `ipcRenderer` reaches the page. What the
 * frames say is checked where they are read.
 */
let listener: (text: string) => void = () => undefined;
ipcRenderer.on(CHANNEL, (_event, text: unknown) => {
  if (typeof text === 'string') listener(text);
});

contextBridge.exposeInMainWorld(WIRE, {
  post(text: unknown): void {
    if (typeof text === 'string') ipcRenderer.send(CHANNEL, text);
  },
  onText(next: unknown): void {
    if (typeof next === 'function') listener = (text) => void next(text);
  },
});

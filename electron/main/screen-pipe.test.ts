import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL } from '../channel.ts';
import { homeOf } from '../locks/origin.ts';
import { StandInContents } from '../testing/stand-in.ts';
import { createScreenPipe, type ScreenPipe } from './screen-pipe.ts';

let ipcMain: EventEmitter;
let screen: StandInContents;
let pipe: ScreenPipe;
let got: string[];
let refusals: string[];

beforeEach(() => {
  ipcMain = new EventEmitter();
  screen = new StandInContents();
  got = [];
  refusals = [];
  pipe = createScreenPipe(ipcMain, homeOf('kiosk'), (why) => refusals.push(why));
  pipe.onText((text) => got.push(text));
  pipe.attach(screen);
});

const send = (sender: StandInContents, senderFrame: unknown, ...args: unknown[]): void => {
  ipcMain.emit(CHANNEL, { sender, senderFrame }, ...args);
};

describe('checklist 17: the sender of every message', () => {
  it('takes text from the main frame of the screen', () => {
    send(screen, screen.mainFrame, 'frame');
    expect(got).toEqual(['frame']);
    expect(pipe.refused()).toBe(0);
  });

  it('refuses another window, even with our page in it', () => {
    const other = new StandInContents();
    send(other, other.mainFrame, 'frame');
    expect(refusals).toEqual(['role']);
  });

  it('refuses a frame inside the page, and another object with the same address', () => {
    send(screen, { url: screen.mainFrame.url, parent: screen.mainFrame }, 'frame');
    send(screen, { url: screen.mainFrame.url, parent: null }, 'frame');
    screen.mainFrame.parent = screen.mainFrame as unknown as typeof screen.mainFrame.parent;
    send(screen, screen.mainFrame, 'frame');
    expect(refusals).toEqual(['frame', 'frame', 'frame']);
  });

  it('refuses a frame that is gone', () => {
    send(screen, null, 'frame');
    expect(refusals).toEqual(['frameGone']);
  });

  it.each([
    'https://minka/index.html',
    'app://minka.evil/index.html',
    'app://minka@evil/index.html',
    'app://evil/index.html',
    'app://minka:81/index.html',
    'app://minka/other.html',
    'app://minka/desk.html',
    'file:///index.html',
    'about:blank',
    'data:text/html,x',
    '',
  ])('refuses the page %s', (url) => {
    screen.mainFrame.url = url;
    send(screen, screen.mainFrame, 'frame');
    expect(refusals).toEqual(['address']);
    expect(got).toEqual([]);
  });

  it.each([[[1]], [[null]], [[{}]], [[['x']]], [[]], [['a', 'b']], [[new String('x')]]])(
    'refuses arguments %j',
    (args) => {
      send(screen, screen.mainFrame, ...args);
      expect(refusals).toEqual(['notText']);
      expect(got).toEqual([]);
    },
  );

  it('takes nothing while no window is the screen, and sends nothing to one that is gone', () => {
    pipe.attach(null);
    send(screen, screen.mainFrame, 'frame');
    expect(refusals).toEqual(['role']);
    pipe.attach(screen);
    screen.gone = true;
    pipe.post('frame');
    expect(screen.sent).toEqual([]);
  });
});

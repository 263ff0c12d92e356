import type { Signal } from './due.ts';
import { lengthMs, notes } from './notes.ts';

/** What could not be heard within this is not heard later: by then it says something else, ms. */
const STALE_MS = 1000;
/** The last of a tone is still on its way to the loudspeaker so long, ms. */
const REST_MS = 500;
/** A tone begins and ends within this, s: a hard edge is a click. */
const EDGE_S = 0.01;

/** Puts a signal's tones into an audio graph, the first of them at its present time. */
export function schedule(audio: BaseAudioContext, signal: Signal): void {
  const start = audio.currentTime;
  for (const { hz, atMs, ms, gain } of notes[signal]) {
    const [from, to] = [start + atMs / 1000, start + (atMs + ms) / 1000];
    const tone = new OscillatorNode(audio, { frequency: hz });
    const level = new GainNode(audio, { gain: 0 });
    level.gain.setValueAtTime(0, from);
    level.gain.linearRampToValueAtTime(gain, from + EDGE_S);
    level.gain.setValueAtTime(gain, to - EDGE_S);
    level.gain.linearRampToValueAtTime(0, to);
    tone.connect(level).connect(audio.destination);
    tone.start(from);
    tone.stop(to);
  }
}

/**
 * Plays signals on the machine's loudspeaker. The browser's audio is opened with the first of them and rests between two.
 * Where there is no sound device, or the browser lets nothing be heard, all is silent: what is heard is on the glass too.
 */
export function createPlayer(): (signal: Signal) => void {
  let audio: AudioContext | null = null;
  let until = 0;
  const rest = (): void => {
    if (performance.now() >= until) void audio?.suspend();
  };
  return (signal) => {
    audio ??= new AudioContext();
    const open = audio;
    const at = performance.now();
    open.resume().then(
      () => {
        if (performance.now() - at >= STALE_MS) return;
        schedule(open, signal);
        const heardMs = lengthMs(signal);
        until = Math.max(until, performance.now() + heardMs);
        setTimeout(rest, heardMs + REST_MS);
      },
      () => undefined,
    );
  };
}

import { useEffect, useRef } from 'react';
import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import { dueOf } from './due.ts';
import { createPlayer } from './play.ts';

const LOOK_MS = 500;
const play = createPlayer();

/**
 * Has a warning heard while somebody is asked for an answer, and an alarm while a card is being left behind; with the voice
 * and without it.
 */
export function useSignals(snapshot: Snapshot, receivedAt: number): void {
  const { kind } = snapshot.screen;
  const last = useRef<string | null>(null);
  const cameAt = useRef({ kind, at: receivedAt });
  if (cameAt.current.kind !== kind) cameAt.current = { kind, at: receivedAt };
  useEffect(() => {
    // These two count on the terminal's side; the others only here.
    const since = kind === 'stillThere' || kind === 'takeCard' ? receivedAt : cameAt.current.at;
    const look = (): void => {
      const due = dueOf(snapshot, Math.max(0, performance.now() - since));
      const name = due === null ? null : `${kind} ${due.signal} ${due.nth}`;
      if (due !== null && name !== last.current) play(due.signal);
      last.current = name;
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [snapshot, kind, receivedAt]);
}

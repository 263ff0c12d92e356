import { useEffect, useState } from 'react';
import { type DockAnswer, type DockCommandInput, dockAnswerSchema } from '../../../common/contracts/dock/commands.ts';
import { type DockState, dockStateSchema } from '../../../common/contracts/dock/state.ts';

const GONE: DockAnswer = { ok: false, error: { code: 'DOCK_PART_GONE', detail: null } };

/** One hand movement. Always resolves. */
export async function act(command: DockCommandInput): Promise<DockAnswer> {
  try {
    const response = await fetch('/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    return dockAnswerSchema.safeParse(await response.json()).data ?? GONE;
  } catch {
    return GONE;
  }
}

function parseState(text: string): DockState | null {
  try {
    return dockStateSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Follows the lab; `live` is false while the stream is broken (the browser opens it again by itself). */
export function useDockState(): { readonly state: DockState | null; readonly live: boolean } {
  const [state, setState] = useState<DockState | null>(null);
  const [live, setLive] = useState(true);
  useEffect(() => {
    const events = new EventSource('/events');
    events.onmessage = (event: MessageEvent<string>) => {
      const next = parseState(event.data);
      if (next !== null) setState(next);
    };
    events.onopen = () => setLive(true);
    events.onerror = () => setLive(false);
    return () => events.close();
  }, []);
  return { state, live };
}

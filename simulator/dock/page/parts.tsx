import { createContext, type ReactNode, useContext, useId, useState } from 'react';
import type { DockCommandInput } from '../../../common/contracts/dock/commands.ts';

/** Does a command; resolves to whether it was done. */
export type Act = (command: DockCommandInput) => Promise<boolean>;
export const ActContext = createContext<Act>(async () => false);

interface KeyProps {
  readonly command: DockCommandInput;
  readonly children: ReactNode;
  readonly main?: boolean;
  readonly on?: boolean;
  readonly quiet?: boolean;
  readonly name?: string;
  /** Why it cannot be pressed now. */
  readonly why?: string | undefined;
}

/** One key, one hand movement. It stays down until the movement is done. */
export function Key({ command, children, main, on, quiet, name, why }: KeyProps): ReactNode {
  const act = useContext(ActContext);
  const [pending, setPending] = useState(false);
  const press = async (): Promise<void> => {
    if (pending || why !== undefined) return;
    setPending(true);
    await act(command);
    setPending(false);
  };
  const kind = ['key', main ? 'main' : '', quiet ? 'quiet' : '', on ? 'on' : ''].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className={kind}
      data-do={name ?? command.do}
      data-pending={pending || undefined}
      aria-disabled={why !== undefined || undefined}
      title={why}
      onClick={() => void press()}
    >
      {children}
    </button>
  );
}

/** A room of the dock with its heading and its state in a few words. */
export function Room(props: {
  readonly name: string;
  readonly title: string;
  readonly state?: string | undefined;
  readonly bad?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={`room ${props.name}`} data-room={props.name} aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.title}</h2>
        {props.state === undefined ? null : <p className={props.bad ? 'is bad' : 'is'}>{props.state}</p>}
      </header>
      {props.children}
    </section>
  );
}

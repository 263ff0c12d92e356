import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import { useKiosk, useText } from '../kiosk/context.tsx';
import { Pad, type PadLabel } from './pad.tsx';
import { Sign, type SignName } from './sign.tsx';

interface KeyProps {
  /** What the key does: an intent for the terminal, or something that only changes the view. */
  readonly act: Intent | (() => void);
  readonly children: ReactNode;
  readonly sign?: SignName;
  readonly after?: SignName;
  /** A dead key is drawn dashed; its words say why. */
  readonly off?: boolean;
  /** The digit of the keypad that presses it. */
  readonly digit?: number;
  /** Names a key that changes the view, for tests. */
  readonly name?: string;
}

/** Names a key for tests: the kind of its intent. */
function nameOf(act: KeyProps['act']): string {
  return typeof act === 'function' ? 'view' : act.kind;
}

function usePress(act: KeyProps['act']): { onPress: () => void; isPending: boolean } {
  const { send, waiting } = useKiosk();
  return { onPress: () => (typeof act === 'function' ? act() : send(act)), isPending: waiting };
}

interface AnyKeyProps extends KeyProps {
  readonly look: string;
  readonly pad?: PadLabel | undefined;
}

function AnyKey({ look, act, children, sign, after, off = false, digit, pad, name }: AnyKeyProps): ReactNode {
  const label = pad ?? (digit === undefined ? undefined : (`${digit}` as PadLabel));
  return (
    <Button
      className={`key ${look}`}
      data-key={name ?? nameOf(act)}
      data-pad={label}
      isDisabled={off}
      {...usePress(act)}
    >
      {label === undefined ? null : <Pad label={label} />}
      {sign === undefined ? null : <Sign name={sign} />}
      <span>{children}</span>
      {after === undefined ? null : <Sign name={after} size={15} bold />}
    </Button>
  );
}

/** The one main action of a screen, 40 mm high, always in the same place; the keypad's green key presses it. */
export function MainKey({ foot = false, ...props }: KeyProps & { readonly foot?: boolean }): ReactNode {
  return (
    <div className={foot ? 'main-at at-foot' : 'main-at'}>
      <AnyKey look="main" pad="green" {...props} />
    </div>
  );
}

/** A second key, 28 mm high. */
export function Key(props: KeyProps & { readonly digit: number }): ReactNode {
  return <AnyKey look="plain" {...props} />;
}

/** A tool in the head: no lower edge, 24 mm. */
export function ToolKey(props: KeyProps): ReactNode {
  return <AnyKey look="tool" {...props} />;
}

/** Back on the left, end on the right, at the foot of every screen before the confirmation. */
export function Foot({
  back,
  backWords,
  first = <span />,
  other,
  end = true,
  leave,
}: {
  readonly back?: Intent | (() => void);
  /** What the key back says, where it does not lead back but takes something back. */
  readonly backWords?: ReactNode;
  /** Where there is no way back: what stands in its place. */
  readonly first?: ReactNode;
  /** In the place of back: somewhere else to go, and the digit that goes there. */
  readonly other?: { readonly act: Intent; readonly words: ReactNode; readonly digit: number };
  readonly end?: boolean;
  /** In place of ending a session: what this page ends with. */
  readonly leave?: { readonly act: Intent; readonly words: ReactNode };
}): ReactNode {
  const t = useText();
  return (
    <div className="foot" data-frame="foot">
      {other !== undefined ? (
        <AnyKey look="foot-key" act={other.act} digit={other.digit}>
          {other.words}
        </AnyKey>
      ) : back === undefined ? (
        first
      ) : (
        <AnyKey look="foot-key" act={back} sign="back" pad="yellow">
          {backWords ?? t('foot.back')}
        </AnyKey>
      )}
      {end ? (
        <AnyKey
          look="foot-key"
          act={leave?.act ?? { kind: 'end' }}
          pad="red"
          {...(leave === undefined ? { sign: 'eject' } : {})}
        >
          {leave?.words ?? t('foot.end')}
        </AnyKey>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly number: number;
  readonly words: ReactNode;
  readonly small?: ReactNode;
  readonly right?: ReactNode;
  readonly sign?: SignName;
  readonly act: KeyProps['act'];
  readonly off?: boolean;
}

/** One of at most four answers; its number is the digit on a keypad. */
export function Choice({ number, words, small, right, sign, act, off = false }: ChoiceProps): ReactNode {
  return (
    <Button className="choice" data-key={nameOf(act)} data-pad={number} isDisabled={off} {...usePress(act)}>
      <span className="num">{number}</span>
      <span className="words">
        <span className="w">{words}</span>
        {small === undefined ? null : <span className="s">{small}</span>}
      </span>
      {right === undefined ? null : <span className="right">{right}</span>}
      {sign === undefined ? null : <Sign name={sign} size={21} />}
    </Button>
  );
}

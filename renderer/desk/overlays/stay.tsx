import type { ReactNode } from 'react';
import {
  type DeskStay,
  type DeskStayAct,
  deskStaySteps,
  infnoOfStay,
  takesBack,
} from '../../../common/contracts/desk/stay.ts';
import { useDesk, useSay } from '../context.tsx';
import { type Binding, binding } from '../keys/binding.ts';
import type { Overlay } from '../keys/key-map.ts';
import type { Say } from '../text.ts';
import { ChoiceList, closeKey, Nothing, type OverlayProps, Sheet } from './sheet.tsx';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What a step would come to, in a few words. */
function mayWords(say: Say, { step }: DeskStayAct, { admittedOn, dischargedOn, course }: DeskStay): string {
  const { state, lines } = course;
  const asks = state === 'admitting' || state === 'discharging' || state === 'returning' || state === 'cancelling';
  if (asks) return say('desk.stay.may.asks');
  if (step === 'addFees' && lines.doubtful) return say('desk.stay.may.anew');
  const count = step === 'addFees' ? lines.missing : lines.there;
  const date = (step === 'discharge' ? dischargedOn : admittedOn) ?? '–';
  return say(`desk.stay.may.${step}`, { count, date });
}

/** Does a step, or asks once where it takes back. */
export function stepPress(
  act: DeskStayAct,
  send: (step: DeskStayAct['step']) => void,
  show: (overlay: Overlay) => void,
) {
  return (): void => {
    if (takesBack.has(act.step)) show({ kind: 'stayBack', step: act.step });
    else send(act.step);
  };
}

/** The same for the palette, by their names; a step that takes back is asked about there too. */
export function stepCommands(
  stay: DeskStay,
  send: (step: DeskStayAct['step']) => void,
  show: (overlay: Overlay) => void,
): readonly Binding[] {
  return stay.acts.map((act) => {
    const off = act.why === null ? null : ({ key: `desk.why.${act.why}` } as const);
    return binding('Z', `stay.${act.step}`, { key: `desk.stay.step.${act.step}` }, stepPress(act, send, show), { off });
  });
}

/** The steps of a stay, each by its digit; Enter does the one that most likely comes. */
export function StaySheet({ show, hide }: OverlayProps): ReactNode {
  const say = useSay();
  const { snapshot, send } = useDesk();
  const { screen } = snapshot;
  const stay = screen.kind === 'bill' ? screen.bill.stay : null;
  if (stay === null) {
    return (
      <Sheet title={say('desk.stay.steps')} name="stay" keys={[closeKey(hide)]}>
        <Nothing />
      </Sheet>
    );
  }
  const press = (act: DeskStayAct) => stepPress(act, (step) => send({ kind: 'stayStep', step }), show);
  const offOf = ({ why }: DeskStayAct) => (why === null ? null : ({ key: `desk.why.${why}` } as const));
  const acts = deskStaySteps.flatMap((step) => stay.acts.find((each) => each.step === step) ?? []);
  const likely = acts.find(({ state }) => state === 'next');
  const keys = acts.flatMap((act, index): Binding[] => {
    const digit = DIGITS[index];
    const words = { key: `desk.stay.step.${act.step}` } as const;
    return digit === undefined ? [] : [binding(digit, `stay.${act.step}`, words, press(act), { off: offOf(act) })];
  });
  const enter =
    likely === undefined
      ? []
      : [binding('Enter', 'stay.next', { key: `desk.stay.step.${likely.step}` }, press(likely), { next: true })];
  const rows = acts.flatMap((act, index) => {
    const digit = DIGITS[index];
    if (digit === undefined) return [];
    const off = offOf(act);
    const words = `${say(`desk.stay.step.${act.step}`)} ${infnoOfStay[act.step]}`;
    return [{ digit, words, small: off === null ? mayWords(say, act, stay) : say(off.key), state: act.state }];
  });
  return (
    <Sheet title={say('desk.stay.steps')} name="stay" keys={[...enter, ...keys, closeKey(hide)]}>
      {stay.course.mdtrtId === null ? null : (
        <p className="soft">{say('desk.stay.there.id', { id: stay.course.mdtrtId })}</p>
      )}
      <ChoiceList rows={rows} />
    </Sheet>
  );
}

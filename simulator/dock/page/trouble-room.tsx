import { type ReactNode, useState } from 'react';
import type { DockCommandInput } from '../../../common/contracts/dock/commands.ts';
import { usualFaultMs } from '../../../common/contracts/dock/fault-sense.ts';
import type { DockState } from '../../../common/contracts/dock/state.ts';
import {
  type FaultKind,
  type FaultTarget,
  faultKinds,
  faultTargets,
  isConnectionFault,
  isEnvelopeFault,
} from '../../../common/contracts/fault-kinds.ts';
import { faultSentences, presetSentences } from '../../../common/strings/dock/faults.ts';
import { ClockKeys } from './clock-keys.tsx';
import { Key, Room } from './parts.tsx';
import { useWords } from './words.ts';

type Fault = Extract<DockCommandInput, { do: 'fault.arm' }>['fault'];

const PRESETS: Readonly<Record<keyof typeof presetSentences, Fault>> = {
  lostReply: { kind: 'loseReplyAfterCommit', infno: '2207' },
  lostRequest: { kind: 'loseBeforeCommit', infno: '2207' },
  lateReply: { kind: 'delayMs', infno: '2207', ms: 8000 },
  refusal: { kind: 'businessRefusal', infno: '2207' },
  hisDeaf: { target: 'his', kind: 'http500', path: '/his/v1/settled', times: 3 },
  cashierLost: { target: 'cashier', kind: 'loseReplyAfterCommit', path: '/cashier/v1/collect', times: 3 },
  benefitsGone: { target: 'benefits', kind: 'http500', times: 3 },
};
const presetNames = Object.keys(PRESETS) as (keyof typeof presetSentences)[];
const INFNOS = ['2207', '2206', '2201', '2203', '2204', '1101', '9001', '5201', '5203', '2601'];

function AnyFault(): ReactNode {
  const words = useWords();
  const [target, setTarget] = useState<FaultTarget>('centre');
  const [kind, setKind] = useState<FaultKind>('loseReplyAfterCommit');
  const [infno, setInfno] = useState('2207');
  const [times, setTimes] = useState(1);
  const [ms, setMs] = useState<number | null>(null);
  const kinds = faultKinds.filter((each) => target === 'centre' || !isEnvelopeFault(each));
  const chosen = kinds.includes(kind) ? kind : 'http500';
  const named = target === 'centre' && !isConnectionFault(chosen);
  // What stands in the field is what is set: the usual time of the kind until somebody says another.
  const usual = usualFaultMs[chosen];
  const time = ms ?? usual;
  const pickKind = (next: FaultKind): void => {
    setKind(next);
    setMs(null);
  };
  const fault: Fault = {
    ...{ target, kind: chosen, times },
    ...(named && infno !== '' ? { infno } : {}),
    ...(usual === undefined || time === undefined ? {} : { ms: time }),
  };
  return (
    <div className="any">
      <label>
        <span>{words.say('target')}</span>
        <select value={target} onChange={(event) => setTarget(event.target.value as FaultTarget)}>
          {faultTargets.map((each) => (
            <option key={each} value={each}>
              {words.say(each)}
            </option>
          ))}
        </select>
      </label>
      <label className="grow">
        <span>{words.say('faultKind')}</span>
        <select value={chosen} onChange={(event) => pickKind(event.target.value as FaultKind)} data-field="kind">
          {kinds.map((each) => (
            <option key={each} value={each}>
              {words.tell(faultSentences[each])}
            </option>
          ))}
        </select>
      </label>
      {named ? (
        <label>
          <span>{words.say('infno')}</span>
          <select value={infno} onChange={(event) => setInfno(event.target.value)}>
            {INFNOS.map((each) => (
              <option key={each}>{each}</option>
            ))}
            <option value="">{words.say('everyOne')}</option>
          </select>
        </label>
      ) : null}
      <label>
        <span>{words.say('times')}</span>
        <input
          type="number"
          min={1}
          max={99}
          value={times}
          onChange={(event) => setTimes(Math.min(99, Math.max(1, Number(event.target.value) || 1)))}
        />
      </label>
      {usual === undefined ? null : (
        <label>
          <span>{words.say('faultMs')}</span>
          <input
            type="number"
            min={0}
            max={600_000}
            value={time}
            data-field="ms"
            onChange={(event) => setMs(Math.min(600_000, Math.max(0, Math.trunc(Number(event.target.value)) || 0)))}
          />
        </label>
      )}
      <Key command={{ do: 'fault.arm', fault }} name="fault.arm">
        {words.say('arm')}
      </Key>
    </div>
  );
}

/** The network and the other sides' faults. */
export function TroubleRoom({ state }: { readonly state: DockState }): ReactNode {
  const words = useWords();
  const { net, faults } = state;
  const why = net.control ? undefined : words.say('netNone');
  return (
    <Room name="trouble" title={words.say('roomTrouble')}>
      <h3>{words.say('network')}</h3>
      <div className="keys">
        <Key command={{ do: 'net', state: 'up' }} name="net.up" on={net.state === 'up'} why={why}>
          {words.say('netUp')}
        </Key>
        <Key command={{ do: 'net', state: 'down' }} name="net.down" on={net.state === 'down'} why={why}>
          {words.say('netDown')}
        </Key>
        <Key command={{ do: 'net', state: 'slow', ms: 2000 }} name="net.slow" on={net.state === 'slow'} why={why}>
          {words.say('netSlow')}
        </Key>
      </div>
      <ClockKeys clock={state.clock} />
      <h3>{words.say('presets')}</h3>
      <div className="keys presets">
        {presetNames.map((name) => (
          <Key key={name} command={{ do: 'fault.arm', fault: PRESETS[name] }} name={`preset.${name}`}>
            {words.tell(presetSentences[name])}
          </Key>
        ))}
      </div>
      <details>
        <summary>{words.say('anyFault')}</summary>
        <AnyFault />
      </details>
      <h3>{words.say('armed')}</h3>
      {faults.length === 0 ? <p className="note">{words.say('armedNone')}</p> : null}
      <ul className="armed">
        {faults.map(({ id, target, kind, infno, path, ms, timesLeft }) => (
          <li key={id} data-fault={kind}>
            {words.say('armedLine', {
              who: words.say(target),
              what: infno ?? path ?? words.say('everyOne'),
              how: `${words.tell(faultSentences[kind])}${ms === null ? '' : ` ${ms} ms`}`,
              n: timesLeft,
            })}
          </li>
        ))}
      </ul>
      {faults.length === 0 ? null : (
        <div className="keys">
          <Key command={{ do: 'fault.clear' }}>{words.say('clearFaults')}</Key>
        </div>
      )}
    </Room>
  );
}

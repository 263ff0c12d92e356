import type { ReactNode } from 'react';
import { amountParts, type LedgerRow, witnessNames } from '../../../common/contracts/dock/ledgers.ts';
import type { DockState } from '../../../common/contracts/dock/state.ts';
import { ledgerSentences, ledgerStates } from '../../../common/strings/dock/ledgers.ts';
import { Room } from './parts.tsx';
import { useWords, yuan } from './words.ts';

const SHOWN = 6;

/** HH:mm:ss out of a message id: institution 12, then yyyyMMddHHmmss. */
function timeOf(messageId: string): string {
  const digits = messageId.slice(20, 26);
  return `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}`;
}

function Settlement({ row }: { readonly row: LedgerRow }): ReactNode {
  const words = useWords();
  const stateWord = (name: (typeof witnessNames)[number]): string => {
    const key = `${name}.${row[name].state}` as keyof typeof ledgerStates;
    return words.tell(ledgerStates[key]);
  };
  const verdict = { agree: 'verdictAgree', waiting: 'verdictWaiting', differ: 'verdictDiffer' } as const;
  const cell = (name: (typeof witnessNames)[number], part: (typeof amountParts)[number]): ReactNode => {
    const amounts = row[name].amounts;
    const differs = row.differences.includes(`${name}.${part}`);
    return (
      <td key={name} className={differs ? 'differs' : ''}>
        {amounts === null ? '–' : `${differs ? '≠ ' : ''}${yuan(amounts[part])}`}
      </td>
    );
  };
  return (
    <article className={`settlement ${row.verdict}`} data-verdict={row.verdict} data-message={row.messageId}>
      <header>
        <h3>
          <span lang="zh">{row.person ?? row.encounterId}</span> <small>{timeOf(row.messageId)}</small>
        </h3>
        <p className={`verdict ${row.verdict}`}>{words.say(verdict[row.verdict])}</p>
      </header>
      <div className="ledger">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.say('yuanNote')}</th>
              <th scope="col">{words.say('centre')}</th>
              <th scope="col">{words.say('his')}</th>
              <th scope="col">{words.say('journal')}</th>
              <th scope="col">{words.say('paper')}</th>
            </tr>
          </thead>
          <tbody>
            <tr className="states">
              <th scope="row">{words.say('state')}</th>
              {witnessNames.map((name) => (
                <td key={name} data-witness={name} data-state={row[name].state}>
                  {stateWord(name)}
                </td>
              ))}
            </tr>
            {amountParts.map((part) => (
              <tr key={part} data-part={part}>
                <th scope="row">{words.say(part)}</th>
                {witnessNames.map((name) => cell(name, part))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="words">
        {row.words.map((word) => (
          <li key={word} data-word={word}>
            {words.tell(ledgerSentences[word])}
          </li>
        ))}
      </ul>
      <p className="note message">{row.messageId}</p>
    </article>
  );
}

/** The four ledgers side by side, newest settlement first. */
export function LedgerRoom({ state }: { readonly state: DockState }): ReactNode {
  const words = useWords();
  const { ledgers } = state;
  const silent = witnessNames.filter((name) => !ledgers.heard[name]).map((name) => words.say(name));
  const { waiting, setAside } = ledgers.queue;
  return (
    <Room
      name="ledgers"
      title={words.say('roomLedgers')}
      state={words.say('queueWaits', { n: waiting, dead: setAside })}
      bad={setAside > 0}
    >
      {silent.length === 0 ? null : <p className="is bad">{words.say('notHeard', { who: silent.join('、') })}</p>}
      {ledgers.rows.length === 0 ? <p className="note">{words.say('ledgersEmpty')}</p> : null}
      <div className="settlements">
        {ledgers.rows.slice(0, SHOWN).map((row) => (
          <Settlement key={row.messageId} row={row} />
        ))}
      </div>
    </Room>
  );
}

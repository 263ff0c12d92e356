import { type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What holds while nothing is typed. */
  readonly hint?: string;
  /** `digits`: letters stay commands. */
  readonly typing?: 'digits' | 'text';
  readonly name?: string;
}

/** A field that is typed into; its frame is thick while it has the keyboard. */
export function Field({ label, value, change, hint, typing = 'digits', name }: FieldProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        onChange={(event) => change(event.target.value)}
        inputMode={typing === 'digits' ? 'decimal' : 'text'}
        data-digits={typing === 'digits' ? '' : undefined}
        data-field={name}
        autoComplete="off"
        spellCheck={false}
      />
      {hint === undefined ? null : <span className="soft hint">{value === '' ? hint : ''}</span>}
    </div>
  );
}

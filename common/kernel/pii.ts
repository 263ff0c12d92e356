const HIDDEN = '[personal data]';

/**
 * Personal data that cannot be written out by accident: string conversion, JSON and console inspection all give
 * "[personal data]". Only `unwrapPii` yields the value, so every place that reads it can be found by name.
 */
export class Pii<T> {
  readonly #value: T;
  constructor(value: T) {
    this.#value = value;
  }
  toString(): string {
    return HIDDEN;
  }
  toJSON(): string {
    return HIDDEN;
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
  static read<U>(pii: Pii<U>): U {
    return pii.#value;
  }
}

/** Wraps a value right after it was parsed. */
export function pii<T>(value: T): Pii<T> {
  return new Pii(value);
}

/** The only way to the value: for gateways, the encrypted journal and the masking functions. */
export function unwrapPii<T>(wrapped: Pii<T>): T {
  return Pii.read(wrapped);
}

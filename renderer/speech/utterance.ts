/**
 * One thing that the voice says. What is private (who somebody is, what was paid, for what) goes to headphones only;
 * through the loudspeaker of a hall it is never said.
 */
export interface Utterance {
  readonly text: string;
  readonly private: boolean;
  /** What the hall hears in its place where it is private and no headphones are in. */
  readonly instead?: string;
}

/** What keeps a line together on the glass is an ordinary space to a voice. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

export const open = (text: string): Utterance => ({ text: plain(text), private: false });
export const secret = (text: string): Utterance => ({ text: plain(text), private: true });

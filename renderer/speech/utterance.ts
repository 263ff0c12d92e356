/**
 * One thing that the voice says. What is private (who somebody is, what was paid, for what) goes to headphones only;
 * through the loudspeaker of a hall it is never said.
 */
export interface Utterance {
  readonly text: string;
  readonly private: boolean;
}

export const open = (text: string): Utterance => ({ text, private: false });
export const secret = (text: string): Utterance => ({ text, private: true });

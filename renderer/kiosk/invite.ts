import type { TextKey } from '../text/texts.ts';

interface Invite {
  readonly list: TextKey;
  readonly steps: readonly TextKey[];
}

/** What the empty machine is for, and its four steps: who comes for the pension must not take it for a till. */
export function inviteOf({ services }: { readonly services?: boolean | undefined }): Invite {
  const all = services === true;
  return {
    list: all ? 'insertCard.listAll' : 'insertCard.list',
    steps: [
      'insertCard.step1',
      'insertCard.step2',
      all ? 'insertCard.step3All' : 'insertCard.step3',
      'insertCard.step4',
    ],
  };
}

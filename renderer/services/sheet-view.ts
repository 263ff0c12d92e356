import type { ReactNode } from 'react';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import type { Place } from './face.ts';

/** What of an answer is drawn above the counter's edge, at one place. */
export type SheetView<A extends ServiceAnswer> = (props: { readonly answer: A; readonly place: Place }) => ReactNode;

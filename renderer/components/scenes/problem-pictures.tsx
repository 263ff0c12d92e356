import type { ReactNode } from 'react';
import { Card } from './card.tsx';
import { Arrow, Right, Slot, Standing, Upright, Wrong } from './slots.tsx';
import { Clerk, Clock, Lock, Pad, PastDay, Reader, Secret, Unplugged } from './things.tsx';

/** All are drawn on 660 × 470; the story goes from left (what is) to right (what to do). */
const card = <Card width={470} height={292} />;
const clerk = <Clerk x={350} y={250} />;
const arrowRight = <path d="M392 212h74M434 178l36 34-36 34" strokeWidth="14" />;

/** Another card with its black stripe, struck out; the card with the chip, and a tick. */
const foreign = (
  <>
    <g transform="translate(0 20)">
      <Card width={290} height={180} chip={false} />
      <path d="M4 34h282v36H4z" fill="var(--ink)" stroke="none" />
    </g>
    <Wrong x={108} y={236} />
    <g transform="translate(360 20)">
      <Card width={290} height={180} />
    </g>
    <Right x={462} y={236} />
    <Slot x={390} y={430} />
    <Arrow x={505} y={324} />
  </>
);

/** The chip end up is wrong, the chip end down is right. */
const turn = (
  <>
    <Upright x={70} y={20} wrong />
    <Wrong x={114} y={296} />
    <Slot x={35} y={430} />
    <Upright x={430} y={20} />
    <Arrow x={510} y={300} />
    <Slot x={395} y={430} />
    <Right x={580} y={300} />
  </>
);

/** A card each in two readers: one stays, the other comes out. */
const two = (
  <>
    <Slot x={35} y={410}>
      <Standing x={35} out={170} />
    </Slot>
    <Right x={110} y={120} />
    <Slot x={395} y={410}>
      <Standing x={35} out={250} />
    </Slot>
    <Arrow x={510} y={130} up />
  </>
);

/** It came out half-way: the broken line is where it belongs. */
const cameOut = (
  <>
    <Upright x={120} y={10} />
    <path d="M60 120h-44M60 180H30M60 60H30" strokeWidth="10" />
    <Arrow x={200} y={296} />
    <Slot x={85} y={430} />
    <g transform="translate(390 0)">
      <Slot x={0} y={430}>
        <Standing x={35} out={120} />
      </Slot>
      <Right x={72} y={200} />
    </g>
  </>
);

/** Nothing in the slot. */
const empty = (
  <>
    <path
      d="M250 20h128q16 0 16 16v226q0 16-16 16H250q-16 0-16-16V36q0-16 16-16z"
      strokeDasharray="3 24"
      strokeWidth="10"
    />
    <Arrow x={314} y={300} />
    <Slot x={199} y={430} />
  </>
);

const pictures = {
  foreign,
  turn,
  two,
  cameOut,
  empty,
  wipe: (
    <>
      {card}
      <path d="M270 230h210l70 70-70 130H230l-60-90z" fill="var(--paper)" />
      <path d="M270 230 236 340M366 230v200M460 246l-34 180" strokeWidth="5" />
      <path d="M520 60l40-44M556 110l60-14M500 20l8-50" />
    </>
  ),
  lockedCard: (
    <>
      {card}
      <Lock x={380} y={210} />
    </>
  ),
  lockedPin: (
    <>
      <Secret x={0} y={40} />
      <Lock x={60} y={200} />
      {arrowRight}
      {clerk}
    </>
  ),
  wrongPin: (
    <>
      <Secret x={160} y={20} />
      <Wrong x={520} y={38} />
      <Pad x={205} y={190} />
    </>
  ),
  firstPin: (
    <>
      <Secret x={0} y={20} />
      <path d="M165 160v60M130 190l35 36 35-36" strokeWidth="14" />
      <path d="M0 270h250v110H0z" strokeWidth="10" strokeDasharray="3 22" />
      <path d="M40 350l110-110 40 40-110 110-50 10z" fill="var(--paper)" strokeWidth="10" />
      {clerk}
    </>
  ),
  date: (
    <>
      {card}
      <PastDay x={380} y={200} />
    </>
  ),
  /** A card that speaks through the air too: its waves, and the window that can read it. */
  newer: (
    <>
      <Card width={400} height={248} />
      <path d="M250 74q34 50 0 100M290 54q60 70 0 140M330 34q86 90 0 180" strokeWidth="12" stroke="var(--carbon)" />
      <path d="M200 290v120M200 410h100M262 372l40 38-40 38" strokeWidth="14" />
      <Clerk x={340} y={256} />
    </>
  ),
  gaps: (
    <>
      <Card width={400} height={248} />
      <path d="M40 300h100M180 300h60M40 340h60M140 340h100" strokeDasharray="3 22" strokeWidth="10" />
      <path d="M200 380v50M200 430h100M262 392l40 38-40 38" strokeWidth="14" />
      <Clerk x={340} y={256} />
    </>
  ),
  readerGone: (
    <>
      <Reader x={0} y={40} />
      <Unplugged x={330} y={100} />
    </>
  ),
  readerWait: (
    <>
      <Reader x={60} y={120} />
      <Clock x={430} y={60} />
      <path d="M470 330a90 90 0 1 0 150-20M630 250v64h-64" strokeWidth="16" />
    </>
  ),
  hostWait: (
    <>
      <Reader x={0} y={40} />
      <Pad x={30} y={190} />
      <Clock x={430} y={120} />
    </>
  ),
  padGone: (
    <>
      <Pad x={40} y={90} />
      <Unplugged x={280} y={150} />
    </>
  ),
  padWait: (
    <>
      <Pad x={60} y={100} />
      <Clock x={400} y={150} />
    </>
  ),
  padStop: (
    <>
      <Pad x={60} y={100} />
      <path d="M400 130h180v150H400z" fill="var(--bad)" />
      <path d="M458 172l64 66M522 172l-64 66" stroke="var(--paper)" strokeWidth="16" />
    </>
  ),
  again: (
    <>
      {card}
      <path d="M600 330a120 120 0 1 1-44-90M570 170v76h-76" strokeWidth="16" fill="var(--paper)" />
    </>
  ),
  window: (
    <>
      {card}
      <Clerk x={340} y={240} />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

export type Picture = keyof typeof pictures;

/** The drawing by its name. */
export function pictureOf(name: Picture): ReactNode {
  return pictures[name];
}

/** Text that stands on a ground, by the names of their custom properties; each pair is 7:1 at least in every theme. */
export const textPairs = [
  ['ink', 'paper'],
  ['ink', 'counter'],
  ['ink2', 'paper'],
  ['ink2', 'counter'],
  ['touch', 'paper'],
  ['touch', 'counter'],
  ['on-touch', 'touch'],
  ['on-touch', 'touch-deep'],
  ['on-deep', 'counter-deep'],
  ['on-signal', 'signal'],
  ['ok', 'paper'],
  ['ok', 'counter'],
  ['bad', 'paper'],
  ['bad', 'counter'],
] as const;

/** Parts that carry meaning without being text: 3:1 at least. */
export const partPairs = [
  ['touch', 'counter'],
  ['touch', 'paper'],
  ['carbon', 'paper'],
  ['ink', 'paper'],
  ['on-signal', 'signal'],
] as const;

/** Every colour of the palette, in the order in which the component page shows them. */
export const colours = [
  'ink',
  'ink2',
  'touch',
  'touch-deep',
  'on-touch',
  'carbon',
  'signal',
  'on-signal',
  'ok',
  'bad',
  'paper',
  'counter',
  'counter-deep',
  'on-deep',
  'rule',
] as const;
export type Colour = (typeof colours)[number];

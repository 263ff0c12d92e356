import type { Dice } from './dice.ts';
import type { Plan, Setting } from './plan.ts';

/** Plans that chance alone would hardly ever make: each brings about one hard situation, and varies all around it. */
export type Recipe = (seed: number, throws: Dice, setting: Setting) => Plan;

import type { Example } from '../example.ts';
import { beijing } from './beijing.ts';
import { harbin } from './harbin.ts';
import { shanghai } from './shanghai.ts';
import { tianjin } from './tianjin.ts';

/** Every worked example of the collection of rules. */
export const examples: readonly Example[] = [...beijing, ...tianjin, ...shanghai, ...harbin];

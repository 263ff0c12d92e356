import type { ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { SignName } from '../components/sign.tsx';

/** The drawing beside each service's name. */
export const signOf: Readonly<Record<ServiceName, SignName>> = {
  pension: 'person',
  residentPension: 'person',
  medical: 'doctor',
  coverage: 'bill',
  contributions: 'list',
  declaration: 'bill',
  unemployment: 'clock',
  injury: 'warn',
  maternity: 'person',
  assistance: 'purse',
  housing: 'box',
  entitlements: 'purse',
  certificates: 'bill',
  proof: 'tick',
  card: 'card',
};

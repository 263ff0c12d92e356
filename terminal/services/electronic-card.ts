import type { Pii } from '../../common/kernel/pii.ts';
import { waitsForElectronicCard } from '../session/loss.ts';
import type { SessionRunner } from './session-runner.ts';

/**
 * The port through which a reader of electronic cards hands a token over. It is taken only while a screen asks for one;
 * at any other time it is forgotten at once. Answers whether it was taken.
 */
export function showElectronicCard(runner: Pick<SessionRunner, 'state' | 'dispatch'>, token: Pii<string>): boolean {
  if (!waitsForElectronicCard(runner.state())) return false;
  runner.dispatch({ kind: 'electronicCard', token });
  return true;
}

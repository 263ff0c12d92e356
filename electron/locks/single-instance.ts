import type { AppPart } from '../part.ts';

/**
 * The lock on second instances: false means that another one runs and this one must end. The first only comes to the
 * front; what the second was told on its command line is not even looked at.
 */
export function lockInstance(app: AppPart, toFront: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', toFront);
  return true;
}

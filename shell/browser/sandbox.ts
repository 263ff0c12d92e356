import { err, ok, type Result } from '../../common/kernel/result.ts';

/** Why the browser is not started: the sentence for the log. */
export type SandboxRefusal =
  'Chromium runs without its sandbox as root: use an unprivileged user (root only in lab mode)';

/**
 * Whether Chromium keeps its sandbox, for the user that starts it. Everybody but root has it. Root cannot, and is
 * refused, except in a lab, where a container often knows no other user.
 */
export function sandboxFor(uid: number, mode: 'lab' | 'production'): Result<boolean, SandboxRefusal> {
  if (uid !== 0) return ok(true);
  if (mode === 'lab') return ok(false);
  return err('Chromium runs without its sandbox as root: use an unprivileged user (root only in lab mode)');
}

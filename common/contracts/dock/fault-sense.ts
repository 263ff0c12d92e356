import type { z } from 'zod';
import { type FaultKind, isConnectionFault, isEnvelopeFault } from '../fault-kinds.ts';
import type { DockErrorCode, dockFaultSchema } from './commands.ts';

/** Kinds that take their time, and how long where nobody says, ms. Of slowDrip it is each byte's. */
export const usualFaultMs: Readonly<Partial<Record<FaultKind, number>>> = {
  delayMs: 2000,
  delayThenCommitAfterHangup: 300_000,
  slowDrip: 20,
  refuseConnections: 1000,
};

/** Why a fault would stand there for ever and never meet a request; null: it can. */
export function faultProblem(fault: z.output<typeof dockFaultSchema>): DockErrorCode | null {
  const { target, kind, infno, path, ms } = fault;
  if (target !== 'centre' && isEnvelopeFault(kind)) return 'DOCK_FAULT_NEEDS_CENTRE';
  if (isConnectionFault(kind) && (infno !== undefined || path !== undefined)) return 'DOCK_FAULT_OF_CONNECTION';
  if (target !== 'centre' && infno !== undefined) return 'DOCK_FAULT_NO_INFNO';
  if (target === 'centre' && path !== undefined) return 'DOCK_FAULT_NO_PATH';
  if (ms !== undefined && usualFaultMs[kind] === undefined) return 'DOCK_FAULT_NO_TIME';
  return null;
}

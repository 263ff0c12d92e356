import { enrolmentApi } from '../../../common/contracts/operator/enrolment.ts';
import type { Enrolment } from '../../operator/enrolment/enrolment.ts';
import { parseBody } from '../body.ts';
import { json, problem, type Reply, type Request } from '../message.ts';

/** The operator's paths for machines that are being set up, or null where the path is none of them. */
export function answerEnrolment(enrolment: Enrolment, { method, path, body }: Request): Reply | null {
  if (method !== 'POST') return null;
  if (path === enrolmentApi.enrol.path) {
    const asked = enrolmentApi.enrol.in.safeParse(parseBody(body));
    if (!asked.success) return json(400, { code: 'INVALID' });
    const done = enrolment.enrol(asked.data);
    if (!done.ok) return json(done.error === 'SLOT_USED' ? 409 : 403, { code: done.error });
    return json(200, enrolmentApi.enrol.out.parse(done.value));
  }
  if (path === enrolmentApi.slot.path) {
    const asked = enrolmentApi.slot.in.safeParse(parseBody(body));
    if (!asked.success) return problem(400, 'INVALID', 'institution, slot, fingerprint');
    return json(200, enrolmentApi.slot.out.parse({ held: enrolment.held(asked.data) }));
  }
  return null;
}

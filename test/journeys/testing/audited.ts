import type { Scene } from '../../e2e/fixtures.ts';

/** What the audit chain has of this lab's sessions: which services were shown, and how many PINs were accepted. */
export async function audited({ lab }: Scene): Promise<{ readonly shown: readonly unknown[]; readonly pins: number }> {
  const control = await lab.control();
  const list = await control.call('auditList', { limit: 200 });
  control.close();
  if (!list.ok || !list.value.ok) throw new Error('the audit log cannot be read');
  const { rows } = list.value;
  return {
    shown: rows.filter(({ code }) => code === 'benefits.shown').map(({ facts }) => facts['service']),
    pins: rows.filter(({ code }) => code === 'pin.verified').length,
  };
}

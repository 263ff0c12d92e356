import { expect, it } from 'vitest';
import { routes } from '../../common/contracts/billing/routes.ts';
import { run } from '../testing/run.ts';
import { parseApi } from './arguments.ts';
import { helpOf } from './help.ts';

it.each(routes.map((route) => [route.name, route] as const))('%s can be asked as its example says', (name, route) => {
  const { command, body, text } = helpOf(route, (file) => file);
  expect(text).toContain(command);
  const parsed = parseApi(command.split(' ').slice(1));
  if (!parsed.ok || parsed.value.asked.kind !== 'call') throw new Error(`${name}: ${command}`);
  const { values, key } = parsed.value.asked;
  expect(route.input.safeParse({ ...body, ...values }).success).toBe(true);
  expect(key !== null).toBe(route.money);
});

it('is shown for all, for one, and as JSON', async () => {
  const env = { HOME: '/nowhere', LANG: 'en_US.UTF-8' };
  const all = await run(['api', 'help'], env);
  expect(all.code).toBe(0);
  for (const { name } of routes) expect(all.out).toContain(`minka api ${name} `);
  const one = await run(['api', 'help', 'settleBill'], env);
  expect(one.out).toMatch(/minka api settleBill quote=[0-9a-f]{24} --key \S+ --token-file FILE/);
  expect(one.out).not.toContain('refundBill');
  expect((await run(['api', 'help', '--json'], env)).json()).toMatchObject({ operations: { length: routes.length } });
  expect((await run(['api', 'help', 'nothing'], env)).code).toBe(2);
});

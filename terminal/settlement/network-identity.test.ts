import type { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { networkIdentity } from './network-identity.ts';

type Address = NonNullable<ReturnType<typeof networkInterfaces>[string]>[number];
const address = (changes: Partial<Address>) =>
  ({
    address: '192.0.2.7',
    netmask: '255.255.255.0',
    family: 'IPv4',
    mac: '00:1a:2b:3c:4d:5e',
    internal: false,
    cidr: null,
    ...changes,
  }) as Address;

it('is the first interface that leads out of the machine, written as the centre wants it', () => {
  const interfaces = {
    lo: [address({ internal: true, address: '127.0.0.1' })],
    gone: undefined,
    eth0: [address({ family: 'IPv6', address: '2001:db8::1' }), address({})],
    eth1: [address({ address: '192.0.2.8', mac: 'ff:ff:ff:ff:ff:ff' })],
  };
  expect(networkIdentity(interfaces)).toEqual({ mac: '00-1A-2B-3C-4D-5E', ip: '192.0.2.7' });
});

it('is the machine itself where nothing leads out of it', () => {
  const interfaces = { lo: [address({ internal: true, address: '127.0.0.9' })] };
  expect(networkIdentity(interfaces)).toEqual({ mac: '00-00-00-00-00-00', ip: '127.0.0.1' });
});

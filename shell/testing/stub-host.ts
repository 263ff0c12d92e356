import { dirname } from 'node:path';
import { listenUnix } from '../../wire/unix-socket.ts';
import { stubChild } from './stub-child.ts';

const socket = process.argv[3] ?? '';
const { behaviour, ready } = stubChild('host', dirname(socket));
if (behaviour === 'dieAtOnce') process.exit(3);
const listener = await listenUnix(socket, () => undefined);
if (!listener.ok) throw new Error(listener.error.message);
ready();

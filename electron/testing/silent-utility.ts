import { EventEmitter } from 'node:events';
import type { ForkOptions } from 'electron';
import type { FromParent } from '../../common/contracts/parent-port.ts';
import type { MessagePortLike } from '../../common/rpc/message-port-channel.ts';
import type { UtilityPart } from '../part.ts';

/** A utility process that does what the test says, and nothing by itself. */
export class SilentUtility extends EventEmitter implements UtilityPart {
  static pids = 800_000;
  readonly module: string;
  readonly args: string[];
  readonly options: ForkOptions;
  readonly got: { readonly message: FromParent; readonly ports: readonly MessagePortLike[] }[] = [];
  readonly pid = ++SilentUtility.pids;
  alive = true;
  kills = 0;

  constructor(module: string, args: string[], options: ForkOptions) {
    super();
    this.module = module;
    this.args = args;
    this.options = options;
  }
  postMessage(message: unknown, transfer: MessagePortLike[] = []): void {
    this.got.push({ message: message as FromParent, ports: transfer });
  }
  kill(): boolean {
    this.kills += 1;
    return true;
  }
  ready(): void {
    this.emit('message', { kind: 'ready' });
  }
  die(code = 0): void {
    if (!this.alive) return;
    this.alive = false;
    this.emit('exit', code);
  }
}

import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function all(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent, command }];
      } catch {
        return []; // Gone between the two questions.
      }
    });
}

/** A living descendant of `root` whose command line fits; null where there is none (any more, or yet). */
export function descendant(root: number, fits: RegExp): number | null {
  const processes = all();
  const below = new Set([root]);
  for (let before = 0; before !== below.size; ) {
    before = below.size;
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  return processes.find(({ pid, command }) => pid !== root && below.has(pid) && fits.test(command))?.pid ?? null;
}

/** The address of every socket that listens in this network namespace, hex as the kernel writes it. */
export function listening(): readonly { readonly address: string; readonly port: number }[] {
  return ['/proc/net/tcp', '/proc/net/tcp6', '/proc/net/udp', '/proc/net/udp6'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, local = '', , state] = line.trim().split(/\s+/);
        const [address = '', port = ''] = local.split(':');
        // 0A: listening; an unconnected UDP socket is in state 07.
        return state === '0A' || state === '07' ? [{ address, port: Number.parseInt(port, 16) }] : [];
      }),
  );
}

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

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

/** `root` and everything below it. */
function family(root: number): readonly Process[] {
  const processes = all();
  const below = new Set([root]);
  for (let before = 0; before !== below.size; ) {
    before = below.size;
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  return processes.filter(({ pid }) => below.has(pid));
}

/** A living descendant of `root` whose command line fits; null where there is none (any more, or yet). */
export function descendant(root: number, fits: RegExp): number | null {
  return family(root).find(({ pid, command }) => pid !== root && fits.test(command))?.pid ?? null;
}

/** Inodes of the sockets that the family of `root` holds. */
function socketsOf(root: number): ReadonlySet<string> {
  const inodes = family(root).flatMap(({ pid }) => {
    try {
      return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => socketOf(`/proc/${pid}/fd/${fd}`));
    } catch {
      return [];
    }
  });
  return new Set(inodes);
}

function socketOf(link: string): readonly string[] {
  try {
    return [/^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1] ?? ''].filter((inode) => inode !== '');
  } catch {
    return [];
  }
}

/** What the family of `root` listens on (TCP) or is bound to (UDP), as `ss -lntup` shows it; addresses in hex. */
export function listening(root: number): readonly { readonly address: string; readonly port: number }[] {
  const ours = socketsOf(root);
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((name) =>
    readFileSync(`/proc/net/${name}`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const words = line.trim().split(/\s+/);
        const [address = '', port = ''] = (words[1] ?? '').split(':');
        // 0A: a listening TCP socket; 07: an unconnected UDP socket.
        const open = words[3] === (name.startsWith('tcp') ? '0A' : '07');
        return open && ours.has(words[9] ?? '') ? [{ address, port: Number.parseInt(port, 16) }] : [];
      }),
  );
}

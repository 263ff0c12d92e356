import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

// The PC/SC service is killed and started again under us. It is a service of the test's own, in namespaces of its own:
// the machine's is never touched. Where namespaces may not be made, the test is skipped and says so.

const AS_ROOT = process.getuid?.() === 0 ? [] : ['--map-root-user'];
// The process namespace ends the service with the scene, however that ends.
const NAMESPACES = [...AS_ROOT, '--mount', '--net', '--pid', '--fork', '--kill-child'];
const possible =
  spawnSync('unshare', [...NAMESPACES, 'sh', '-c', 'mount -t tmpfs tmpfs /run/pcscd && ip link set lo up']).status ===
  0;

describe('the PC/SC service dies and comes back', () => {
  test.skipIf(!possible)(
    'ten times, idle and in the middle of a reading: it is found again by itself; a reader may be gone after it',
    async () => {
      const dir = mkdtempSync(join(tmpdir(), 'minka-pcscd-'));
      try {
        const args = [...NAMESPACES, process.execPath, join(import.meta.dirname, 'testing/restart-scene.ts'), dir];
        const { stdout } = await promisify(execFile)('unshare', args, { timeout: 110_000 });
        const seen = JSON.parse(stdout) as {
          idle: string[];
          midRead: string[];
          generations: number[];
          recoveryMs: number[];
        };
        expect(seen).toMatchObject({ downFirst: 'serviceDown', without: 'noReader', back: 'empty', stuck: false });
        expect(seen).toMatchObject({ gone: { ok: false, error: 'READER_GONE' } });
        expect(seen.idle).toEqual(Array.from({ length: 5 }, () => 'read'));
        expect(seen.midRead).toHaveLength(5);
        // What the service answers while it dies is not ours to choose; that it is no reading and no nonsense, is.
        for (const error of seen.midRead) expect(['READER_SERVICE_DOWN', 'CARD_REMOVED']).toContain(error);
        expect(new Set(seen.generations).size).toBe(10);
        const worst = Math.max(...seen.recoveryMs);
        process.stdout.write(`PC/SC service back → reader seen: worst of 10 ${worst.toFixed(0)} ms\n`);
        expect(worst).toBeLessThan(4000);
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

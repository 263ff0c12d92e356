import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { makeDurable, openPlain } from './connection.ts';
import { BREATH, breath, type Contender, payload } from './contender.ts';

interface Queue {
  add(type: string, data: unknown): { readonly id: number };
  getAndMarkJobAsProcessing(type: string): { readonly id: number } | undefined;
  getJobById(id: number): { readonly data: string } | undefined;
  markJobAsDone(id: number): void;
  countJobs(options: { readonly status: number }): number;
  close(): void;
}
interface Plainjob {
  better(handle: unknown): unknown;
  defineQueue(options: { readonly connection: unknown; readonly logger: unknown }): Queue;
}

const DONE = 2;
const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
const moduleSchema = z.object({ better: z.function(), defineQueue: z.function() });

/** Loads plainjob from this folder's own packages; resolves to how it is opened on our library, cipher and FULL. */
export async function loadPlainjob(key: Uint8Array): Promise<(file: string) => Contender> {
  const place = new URL('node_modules/plainjob/dist/plainjob.js', pathToFileURL(`${import.meta.dirname}/`));
  const loaded: unknown = await import(place.href);
  moduleSchema.parse(loaded);
  const { better, defineQueue } = loaded as Plainjob;
  return (file) => {
    const db = openPlain(file, key);
    const queue = defineQueue({ connection: better(db), logger: silent });
    // It has set NORMAL for itself.
    makeDurable(db);
    return {
      enqueue: (number) => void queue.add('settlement', payload(number)),
      async drain() {
        let done = 0;
        for (let job = queue.getAndMarkJobAsProcessing('settlement'); job !== undefined; ) {
          queue.getJobById(job.id);
          queue.markJobAsDone(job.id);
          done += 1;
          if (done % BREATH === 0) await breath();
          job = queue.getAndMarkJobAsProcessing('settlement');
        }
      },
      finished: () => queue.countJobs({ status: DONE }),
      close() {
        queue.close();
      },
    };
  };
}

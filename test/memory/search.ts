import type { Heap } from './heap.ts';

const CONCATENATED = 'concatenated string';

/**
 * Where `text` stands in a heap, each place as the way from the root to it. Looked at are the strings, the names of
 * properties, and strings that V8 keeps as two halves, wherever the cut lies. Not in a heap snapshot, and so not found:
 * bytes of buffers.
 */
export function holders(heap: Heap, text: string): readonly string[] {
  const places: { readonly at: number; readonly as: string }[] = [];
  const halves = new Set<number>();
  for (let at = 0; at < heap.count; at++) {
    const { type, name } = heap.node(at);
    if (name.includes(text)) places.push({ at, as: type });
    for (const edge of heap.edges(at)) {
      if (type === CONCATENATED && heap.node(edge.to).type === CONCATENATED) halves.add(edge.to);
      if (edge.type !== 'element' && edge.type !== 'hidden' && edge.name.includes(text))
        places.push({ at, as: 'name' });
    }
  }
  for (let at = 0; at < heap.count; at++) {
    if (heap.node(at).type !== CONCATENATED || halves.has(at)) continue;
    if (joined(heap, at).includes(text)) places.push({ at, as: CONCATENATED });
  }
  if (places.length === 0) return [];
  const ways = waysFrom(heap);
  return places.map(({ at, as }) => `${wayTo(heap, ways, at)} (${as})`);
}

/** What a concatenated string says. Its halves may be such strings in turn, thousands deep. */
function joined(heap: Heap, top: number): string {
  const parts: string[] = [];
  const open = [top];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { type, name } = heap.node(at);
    if (type !== CONCATENATED) {
      parts.push(type === 'sliced string' ? '' : name);
      continue;
    }
    const halves = new Map([...heap.edges(at)].map((edge) => [edge.name, edge.to]));
    for (const half of ['second', 'first']) {
      const to = halves.get(half);
      if (to !== undefined) open.push(to);
    }
  }
  return parts.join('');
}

interface Way {
  readonly from: number;
  readonly by: string;
}

/** The shortest way to each node, weak links left out: they hold nothing. */
function waysFrom(heap: Heap): ReadonlyMap<number, Way> {
  const ways = new Map<number, Way>([[0, { from: -1, by: '' }]]);
  let front = [0];
  while (front.length > 0) {
    const next: number[] = [];
    for (const at of front) {
      for (const { type, name, to } of heap.edges(at)) {
        if (type === 'weak' || ways.has(to)) continue;
        ways.set(to, { from: at, by: name });
        next.push(to);
      }
    }
    front = next;
  }
  return ways;
}

/** The last steps of the way; what comes before them is the same for most. */
const STEPS = 14;

function wayTo(heap: Heap, ways: ReadonlyMap<number, Way>, place: number): string {
  const steps: string[] = [];
  for (let at = place; at > 0 && steps.length < STEPS; ) {
    const way = ways.get(at);
    if (way === undefined) break;
    steps.unshift(`.${way.by}`, heap.node(way.from).name.slice(0, 40));
    at = way.from;
  }
  return steps.join(' ');
}

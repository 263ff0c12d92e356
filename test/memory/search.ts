import { type Edge, type Heap, isNamed } from './heap.ts';

const CONCATENATED = 'concatenated string';

/** What is looked for, by the name under which it is told. */
export type Wanted = Readonly<Record<string, string>>;

interface Place {
  readonly what: string;
  readonly at: number;
  /** A string of its own, a part of another thing's name, the name of a property. */
  readonly as: string;
}

/**
 * Where the texts of `wanted` stand in a heap, each place as `what: the way to it from the root`. Looked at are the
 * strings, the names of properties, and strings that V8 keeps in two halves, wherever the cut lies. Not in a heap
 * snapshot, and so not found: bytes of buffers; and of a half that is a slice of a longer string, where it begins.
 */
export function holders(heap: Heap, wanted: Wanted): readonly string[] {
  const places = [...whole(heap, wanted), ...inHalves(heap, wanted)];
  if (places.length === 0) return [];
  const ways = waysFrom(heap);
  return places.map(({ what, at, as }) => `${what}: ${wayTo(heap, ways, at)} (${as})`);
}

/** Which texts of `wanted` stand in `text`. */
function within(text: string, wanted: Wanted): readonly string[] {
  return Object.keys(wanted).filter((what) => text.includes(wanted[what] ?? ''));
}

function whole(heap: Heap, wanted: Wanted): readonly Place[] {
  const hits = new Map<number, readonly string[]>();
  heap.strings.forEach((text, index) => {
    const found = within(text, wanted);
    if (found.length > 0) hits.set(index, found);
  });
  const places: Place[] = [];
  // Most snapshots hold none of them, and then nobody need be asked.
  for (let at = 0; hits.size > 0 && at < heap.count; at++) {
    for (const what of hits.get(heap.name(at)) ?? []) places.push({ what, at, as: heap.type(at) });
    for (const edge of heap.edges(at)) {
      const found = isNamed(edge) ? (hits.get(edge.name) ?? []) : [];
      for (const what of found) places.push({ what, at, as: 'property' });
    }
  }
  return places;
}

function inHalves(heap: Heap, wanted: Wanted): readonly Place[] {
  const all: number[] = [];
  const halves = new Set<number>();
  for (let at = 0; at < heap.count; at++) {
    if (heap.type(at) !== CONCATENATED) continue;
    all.push(at);
    for (const { to } of heap.edges(at)) halves.add(to);
  }
  const tops = all.filter((at) => !halves.has(at));
  return tops.flatMap((at) => within(joined(heap, at), wanted).map((what) => ({ what, at, as: CONCATENATED })));
}

/** What a concatenated string says. Its halves may be such strings in turn, thousands deep. */
function joined(heap: Heap, top: number): string {
  const parts: string[] = [];
  const open = [top];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const type = heap.type(at);
    if (type === 'string') parts.push(heap.strings[heap.name(at)] ?? '');
    if (type !== CONCATENATED) continue;
    const halves = new Map(Array.from(heap.edges(at), (edge) => [heap.strings[edge.name], edge.to]));
    for (const half of ['second', 'first']) {
      const to = halves.get(half);
      if (to !== undefined) open.push(to);
    }
  }
  return parts.join('');
}

interface Way {
  readonly from: number;
  readonly by: Edge;
}

/** The shortest way to each node, weak links left out: they hold nothing. */
function waysFrom(heap: Heap): ReadonlyMap<number, Way> {
  const ways = new Map<number, Way>();
  const seen = new Set([0]);
  let front = [0];
  while (front.length > 0) {
    const next: number[] = [];
    for (const from of front) {
      for (const by of heap.edges(from)) {
        if (by.type === 'weak' || seen.has(by.to)) continue;
        seen.add(by.to);
        ways.set(by.to, { from, by });
        next.push(by.to);
      }
    }
    front = next;
  }
  return ways;
}

/** The last steps of a way; what comes before them is the same for most. */
const STEPS = 14;
const NAME_SHOWN = 40;

function wayTo(heap: Heap, ways: ReadonlyMap<number, Way>, place: number): string {
  const steps: string[] = [];
  let way = ways.get(place);
  for (let step = 0; way !== undefined && step < STEPS; step++) {
    const { from, by } = way;
    const owner = (heap.strings[heap.name(from)] ?? '').slice(0, NAME_SHOWN);
    steps.unshift(`${owner} .${isNamed(by) ? heap.strings[by.name] : by.name}`);
    way = ways.get(from);
  }
  return steps.join(' ');
}

import { z } from 'zod';

const numbers = z.custom<readonly number[]>((value) => Array.isArray(value));
const types = z.tuple([z.array(z.string())], z.unknown());
/** V8's heap snapshot (v8/src/profiler/heap-snapshot-generator.h), as far as it is read. */
const snapshotSchema = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      node_types: types,
      edge_fields: z.array(z.string()),
      edge_types: types,
    }),
  }),
  nodes: numbers,
  edges: numbers,
  strings: z.array(z.string()),
});

/** V8 writes no more than this of a string unless it is told to. */
const CUT_AT = 1024;

export interface Edge {
  readonly type: string;
  /** Of an element or a hidden link its number, else its place in `strings`. */
  readonly name: number;
  readonly to: number;
}

/** Everything that a process can still reach. Nodes go by number; 0 is the root. */
export interface Heap {
  readonly count: number;
  /** Every text that a node or a link bears. */
  readonly strings: readonly string[];
  type(at: number): string;
  /** Where in `strings` a node's name is: of a string, what it says; of a concatenated one, nothing. */
  name(at: number): number;
  edges(at: number): Iterable<Edge>;
}

/** Reads the text of a heap snapshot. Throws where its strings were cut: then a search of it says nothing. */
export function readHeap(text: string): Heap {
  const { snapshot, nodes, edges, strings } = snapshotSchema.parse(JSON.parse(text));
  if (!strings.some(({ length }) => length > CUT_AT)) throw new Error('the strings of this snapshot were cut');
  const { meta } = snapshot;
  const [nodeTypes] = meta.node_types;
  const [edgeTypes] = meta.edge_types;
  const [nodeSize, edgeSize] = [meta.node_fields.length, meta.edge_fields.length];
  const place = (fields: readonly string[], name: string): number => {
    const at = fields.indexOf(name);
    return at < 0 ? missing(name) : at;
  };
  const inNode = {
    type: place(meta.node_fields, 'type'),
    name: place(meta.node_fields, 'name'),
    edges: place(meta.node_fields, 'edge_count'),
  };
  const inEdge = {
    type: place(meta.edge_fields, 'type'),
    name: place(meta.edge_fields, 'name_or_index'),
    to: place(meta.edge_fields, 'to_node'),
  };
  const count = nodes.length / nodeSize;
  const firstEdge = new Uint32Array(count + 1);
  for (let at = 0; at < count; at++) {
    firstEdge[at + 1] = (firstEdge[at] ?? 0) + (nodes[at * nodeSize + inNode.edges] ?? 0) * edgeSize;
  }
  return {
    count,
    strings,
    type: (at) => nodeTypes[nodes[at * nodeSize + inNode.type] ?? -1] ?? '',
    name: (at) => nodes[at * nodeSize + inNode.name] ?? -1,
    *edges(at) {
      const end = firstEdge[at + 1] ?? 0;
      for (let edge = firstEdge[at] ?? 0; edge < end; edge += edgeSize) {
        const type = edgeTypes[edges[edge + inEdge.type] ?? -1] ?? '';
        yield { type, name: edges[edge + inEdge.name] ?? -1, to: (edges[edge + inEdge.to] ?? 0) / nodeSize };
      }
    },
  };
}

/** Whether a link is called by a text, not by a number. */
export function isNamed({ type }: Edge): boolean {
  return type !== 'element' && type !== 'hidden';
}

function missing(field: string): never {
  throw new Error(`the snapshot has no field ${field}`);
}

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

export interface Node {
  readonly type: string;
  /** Of a string, what it says; of a concatenated one, nothing: its parts do. */
  readonly name: string;
}

export interface Edge {
  readonly type: string;
  readonly name: string;
  readonly to: number;
}

/** Everything that a process can still reach. Nodes go by number; 0 is the root. */
export interface Heap {
  readonly count: number;
  node(at: number): Node;
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
    node: (at) => ({
      type: nodeTypes[nodes[at * nodeSize + inNode.type] ?? -1] ?? '',
      name: strings[nodes[at * nodeSize + inNode.name] ?? -1] ?? '',
    }),
    *edges(at) {
      const end = firstEdge[at + 1] ?? 0;
      for (let edge = firstEdge[at] ?? 0; edge < end; edge += edgeSize) {
        const type = edgeTypes[edges[edge + inEdge.type] ?? -1] ?? '';
        const name = edges[edge + inEdge.name] ?? -1;
        const named = type === 'element' || type === 'hidden' ? String(name) : (strings[name] ?? '');
        yield { type, name: named, to: (edges[edge + inEdge.to] ?? 0) / nodeSize };
      }
    },
  };
}

function missing(field: string): never {
  throw new Error(`the snapshot has no field ${field}`);
}

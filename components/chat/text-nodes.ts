import type { TextEntity } from "@/server/lib/text-entity";

/** A formatted text as a tree: plain pieces, and entities around more of the same. `at` is unique among siblings. */
export type TextNode =
  | { at: number; text: string }
  | { at: number; entity: TextEntity; children: TextNode[] };

/**
 * Nests a text's entities. What overlaps without nesting is cut at the edge it crosses, what lies outside the text is
 * left out: joined again, the pieces are always the text.
 */
export function textNodes(text: string, entities: TextEntity[]): TextNode[] {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodesWithin(text, ordered, 0, text.length);
}

function nodesWithin(text: string, entities: TextEntity[], start: number, end: number): TextNode[] {
  const nodes: TextNode[] = [];
  let at = start;
  let waiting = entities;
  while (waiting.length > 0) {
    const [entity, ...rest] = waiting;
    waiting = rest;
    if (!entity) continue;
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    if (from > at) nodes.push({ at, text: text.slice(at, from) });
    const inside = rest.filter((other) => other.offset < to);
    nodes.push({ at: from, entity, children: nodesWithin(text, inside, from, to) });
    at = to;
    // The rest of what began inside and goes on after it.
    waiting = rest.filter((other) => other.offset + other.length > to);
  }
  if (at < end) nodes.push({ at, text: text.slice(at, end) });
  return nodes;
}

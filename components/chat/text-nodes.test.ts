import { expect, test } from "vitest";
import { type TextNode, textNodes } from "@/components/chat/text-nodes";
import type { TextEntity } from "@/server/lib/text-entity";

const entity = (type: TextEntity["type"], offset: number, length: number): TextEntity => ({
  type,
  offset,
  length,
});

function drawn(nodes: TextNode[]): string {
  return nodes
    .map((node) => ("text" in node ? node.text : `<${node.entity.type}>${drawn(node.children)}</>`))
    .join("");
}

test("entities stand inside each other", () => {
  expect(drawn(textNodes("a bold it b", [entity("italic", 7, 2), entity("bold", 2, 7)]))).toBe(
    "a <bold>bold <italic>it</></> b",
  );
  expect(drawn(textNodes("abc", [entity("bold", 0, 3), entity("italic", 0, 3)]))).toBe(
    "<bold><italic>abc</></>",
  );
});

test("what overlaps is cut where it crosses", () => {
  expect(drawn(textNodes("abcdef", [entity("bold", 0, 4), entity("italic", 2, 4)]))).toBe(
    "<bold>ab<italic>cd</></><italic>ef</>",
  );
});

test("no entity adds to or takes from the text, wherever it claims to be", () => {
  const plain = (nodes: TextNode[]): string =>
    nodes.map((node) => ("text" in node ? node.text : plain(node.children))).join("");
  const text = "Пример 👍🏽 text";
  for (let offset = 0; offset < 20; offset += 1) {
    for (const length of [1, 5, 500]) {
      const entities = [entity("bold", offset, length), entity("spoiler", 3, 6), entity("code", 5, 9)];
      expect(plain(textNodes(text, entities))).toBe(text);
    }
  }
});

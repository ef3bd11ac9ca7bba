import { expect, it } from "vitest";
import type { OutgoingMedia } from "@/server/providers/provider";
import { planMessage } from "./plan-message";

const file = (kind: "photo" | "video" | "document" | "audio" | "voice" | "sticker", name = kind) =>
  ({ kind, fileName: name, externalFileId: name }) satisfies OutgoingMedia;
const place = { kind: "location", latitude: 1, longitude: 2 } satisfies OutgoingMedia;
const openChat = [[{ label: "Open chat", miniApp: "http://localhost:3000/chat" }]];

/** Each part as its kinds with the length of its words, such as `photo+video 5` or `text 4096`. */
function plan(
  text: string,
  media: OutgoingMedia[],
  buttons: Parameters<typeof planMessage>[0]["buttons"] = [],
) {
  return planMessage({ text, media, buttons }, false).map((part) =>
    part.type === "text"
      ? `text ${part.piece.text.length}`
      : `${part.items.map(({ kind }) => kind).join("+")} ${part.caption.length}`,
  );
}

it("puts what Telegram shows together into one album, in order", () => {
  const media = [
    file("photo"),
    file("video"),
    file("document"),
    file("document"),
    file("audio"),
    file("voice"),
    place,
    file("photo"),
  ];
  expect(plan("Hello", media)).toEqual([
    "photo+video 5",
    "document+document 0",
    "audio 0",
    "voice 0",
    "location 0",
    "photo 0",
  ]);
  expect(
    plan(
      "",
      Array.from({ length: 11 }, () => file("photo")),
    ),
  ).toEqual([`${Array(10).fill("photo").join("+")} 0`, "photo 0"]);
});

it("puts the text under the first item as long as it fits there, else after all of them", () => {
  expect(plan("a".repeat(1024), [file("photo")])).toEqual(["photo 1024"]);
  expect(plan("a".repeat(1025), [file("photo"), file("voice")])).toEqual(["photo 0", "voice 0", "text 1025"]);
  expect(plan("a".repeat(4097), [file("photo")])).toEqual(["photo 0", "text 4096", "text 1"]);
  expect(plan("Hi", [file("sticker")])).toEqual(["sticker 0", "text 2"]);
  expect(plan("Hi", [place])).toEqual(["location 0", "text 2"]);
});

it("asks beside an album in a message of its own, for albums have no buttons", () => {
  const album = [file("photo"), file("photo")];
  expect(plan("Good?", album, [[{ label: "Yes", data: "y" }]])).toEqual(["photo+photo 0", "text 5"]);
  expect(plan("Look", album, openChat)).toEqual(["photo+photo 4"]);
});

it("writes links out where their addresses are refused", () => {
  const [part] = planMessage({ text: "Hello", buttons: openChat }, true);
  expect(part).toMatchObject({ piece: { text: "Hello\n\nOpen chat: http://localhost:3000/chat" } });
});

it("groups by how the bytes will go, not by what the sender called them", () => {
  const bytes = (kind: "photo" | "voice", mimeType: string, more = {}) =>
    ({ kind, fileName: "x", fileId: "1", mimeType, ...more }) satisfies OutgoingMedia;
  expect(
    plan("", [bytes("photo", "image/jpeg"), bytes("photo", "image/png"), bytes("photo", "image/heic")]),
  ).toEqual(["photo+photo 0", "photo 0"]);
  expect(plan("", [bytes("photo", "image/webp"), bytes("photo", "image/jpeg", { sizeBytes: 11e6 })])).toEqual(
    ["photo+photo 0"],
  );
});

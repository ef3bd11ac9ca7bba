import { expect, it } from "vitest";
import { messageWords } from "./message-words";

const photo = { kind: "photo" } as const;
const voice = { kind: "voice" } as const;

it("gives the text, else names the files in the reader's language", () => {
  expect(messageWords({ text: "Look", attachments: [photo] }, "en")).toBe("Look");
  expect(messageWords({ text: "", attachments: [voice] }, "ru")).toBe("[Голосовое сообщение]");
  expect(messageWords({ text: "", attachments: [photo, photo, voice] }, "en")).toBe(
    "[Photo ×2, Voice message]",
  );
  expect(messageWords({ text: "", attachments: [] }, "en")).toBe("");
});

import type { Message, Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { laneOf } from "./lane-of";
import { looksLikeCommand, readCommand } from "./read-command";
import { readMessage } from "./read-message";

// Payloads as the Bot API sends them, people and ids changed.
const ana = { id: 8100000001, is_bot: false, first_name: "Ana", language_code: "en" };
const group = { id: -1007000000100, title: "Managers", type: "supergroup" as const, is_forum: true as const };
const base = { message_id: 71, date: 1760000000, from: ana };
const opening = {
  message_id: 57,
  date: 1750000000,
  chat: group,
  is_topic_message: true,
  message_thread_id: 57,
  forum_topic_created: { name: "James · #3", icon_color: 7322096 },
};
const message = (rest: object) => ({ ...base, chat: group, ...rest }) as unknown as Message;

describe("readMessage", () => {
  it("does not take the topic's opening message for a reply", () => {
    const inTopic = { is_topic_message: true, message_thread_id: 57, text: "Hi" };
    expect(readMessage(message({ ...inTopic, reply_to_message: opening }))).toEqual({
      text: "Hi",
      attachments: [],
      replyToExternalId: undefined,
    });
    const question = { ...base, chat: group, message_id: 60, text: "Deposit?" };
    expect(readMessage(message({ ...inTopic, reply_to_message: question })).replyToExternalId).toBe("60");
  });

  it("reads captions, the largest photo, files and voice", () => {
    const photo = [
      { file_id: "small", file_unique_id: "a", width: 90, height: 51, file_size: 1100 },
      { file_id: "large", file_unique_id: "b", width: 1280, height: 720, file_size: 98000 },
    ];
    expect(readMessage(message({ photo, caption: "The scratch" }))).toMatchObject({
      text: "The scratch",
      attachments: [{ kind: "photo", externalFileId: "large", sizeBytes: 98000 }],
    });
    const file = { file_id: "f", file_unique_id: "u", file_size: 5, mime_type: "application/pdf" };
    expect(readMessage(message({ document: { ...file, file_name: "offer.pdf" } })).attachments).toEqual([
      {
        kind: "document",
        externalFileId: "f",
        sizeBytes: 5,
        fileName: "offer.pdf",
        mimeType: "application/pdf",
      },
    ]);
    const voice = { file_id: "v", file_unique_id: "u", duration: 3, mime_type: "audio/ogg" };
    expect(readMessage(message({ voice })).attachments).toMatchObject([
      { kind: "voice", externalFileId: "v" },
    ]);
  });

  it("calls a GIF an animation although it comes with a document, and knows places", () => {
    const file = { file_id: "g", file_unique_id: "u", width: 1, height: 1, duration: 1 };
    expect(readMessage(message({ animation: file, document: file })).attachments).toHaveLength(1);
    expect(readMessage(message({ animation: file, document: file })).attachments[0]?.kind).toBe("animation");
    expect(readMessage(message({ location: { latitude: 1, longitude: 2 } })).attachments).toEqual([
      { kind: "location" },
    ]);
  });

  it("finds nothing in service messages", () => {
    expect(readMessage(message({ forum_topic_closed: {} }))).toMatchObject({ text: "", attachments: [] });
    expect(readMessage(message({ pinned_message: opening }))).toMatchObject({ text: "", attachments: [] });
  });
});

describe("readCommand", () => {
  it("splits name and rest, also over lines", () => {
    expect(readCommand("/note called back\nwaits", "sava_bot")).toEqual({
      name: "note",
      rest: "called back\nwaits",
    });
    expect(readCommand("/START", "sava_bot")).toEqual({ name: "start", rest: "" });
  });

  it("obeys only commands for this bot", () => {
    expect(readCommand("/close@Sava_Bot", "sava_bot")?.name).toBe("close");
    expect(readCommand("/close@other_bot", "sava_bot")).toBeNull();
    expect(looksLikeCommand("/close@other_bot")).toBe(true);
  });

  it("leaves ordinary text alone", () => {
    for (const text of ["close", "a /close", "/", "24/7", "//", "/etc/hosts", "/привет"]) {
      expect(readCommand(text, "sava_bot")).toBeNull();
      expect(looksLikeCommand(text)).toBe(false);
    }
  });
});

describe("laneOf", () => {
  const lane = (update: object) => laneOf({ update_id: 1, ...update } as Update);
  it("is the chat, and in a topic the topic", () => {
    expect(lane({ message: message({ text: "General" }) })).toBe("-1007000000100");
    const inTopic = message({ text: "x", is_topic_message: true, message_thread_id: 57 });
    expect(lane({ message: inTopic })).toBe("-1007000000100/57");
    expect(lane({ edited_message: inTopic })).toBe("-1007000000100/57");
    expect(lane({ callback_query: { id: "1", from: ana, message: inTopic } })).toBe("-1007000000100/57");
    expect(lane({ my_chat_member: { chat: { ...group, id: 5 } } })).toBe("5");
  });

  it("does not mistake a reply in a plain supergroup for a topic", () => {
    expect(lane({ message: message({ text: "x", message_thread_id: 57 }) })).toBe("-1007000000100");
  });

  it("has a place for updates without a chat", () => {
    expect(lane({ callback_query: { id: "1", from: ana } })).toBe("other");
  });
});

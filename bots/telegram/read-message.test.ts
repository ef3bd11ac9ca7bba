import type { Message, Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { laneOf } from "@/server/providers/telegram/lane-of";
import { checkUpdate } from "./check-update";
import { readAlbum } from "./read-album";
import { looksLikeCommand, readCommand } from "./read-command";
import { type ReadMessage, readMessage } from "./read-message";

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

const read = (rest: object, locale: "en" | "ru" = "en"): ReadMessage => readMessage(message(rest), locale);
const file = { file_id: "f", file_unique_id: "u", file_size: 5 };

describe("readMessage", () => {
  it("does not take the topic's opening message for a reply", () => {
    const inTopic = { is_topic_message: true, message_thread_id: 57, text: "Hi" };
    expect(read({ ...inTopic, reply_to_message: opening })).toEqual({
      text: "Hi",
      entities: [],
      attachments: [],
      replyToExternalId: undefined,
    });
    const question = { ...base, chat: group, message_id: 60, text: "Deposit?" };
    expect(read({ ...inTopic, reply_to_message: question }).replyToExternalId).toBe("60");
  });

  it("keeps the formatting we know and leaves the rest plain", () => {
    const entities = [
      { type: "bold", offset: 0, length: 4 },
      { type: "mention", offset: 5, length: 4 },
      { type: "custom_emoji", offset: 5, length: 2, custom_emoji_id: "1" },
      { type: "text_link", offset: 10, length: 4, url: "https://example.com/" },
      { type: "expandable_blockquote", offset: 0, length: 99 },
      { type: "pre", offset: 10, length: 4, language: "ts" },
      { type: "italic", offset: 40, length: 4 },
    ];
    expect(read({ text: "bold @ana link", entities }).entities).toEqual([
      { type: "bold", offset: 0, length: 4 },
      { type: "text_link", offset: 10, length: 4, url: "https://example.com/" },
      { type: "blockquote", offset: 0, length: 14 },
      { type: "pre", offset: 10, length: 4, language: "ts" },
    ]);
    const bold = [{ type: "bold", offset: 0, length: 3 }];
    expect(
      read({ photo: [{ ...file, width: 1, height: 1 }], caption: "The", caption_entities: bold }),
    ).toMatchObject({ text: "The", entities: bold });
  });

  it("takes the largest photo", () => {
    const photo = [
      { file_id: "large", file_unique_id: "b", width: 1280, height: 720, file_size: 98000 },
      { file_id: "small", file_unique_id: "a", width: 90, height: 51, file_size: 1100 },
    ];
    const details = { width: 1280, height: 720 };
    expect(read({ photo, caption: "The scratch" })).toMatchObject({
      text: "The scratch",
      attachments: [{ kind: "photo", externalFileId: "large", sizeBytes: 98000, details }],
    });
  });

  it.each([
    [
      { document: { ...file, file_name: "offer.pdf", mime_type: "application/pdf" } },
      { kind: "document", fileName: "offer.pdf", mimeType: "application/pdf", details: {} },
    ],
    [
      { voice: { ...file, duration: 3, mime_type: "audio/ogg" } },
      { kind: "voice", mimeType: "audio/ogg", details: { durationSeconds: 3 } },
    ],
    [
      { audio: { ...file, duration: 200, file_name: "song.mp3" } },
      { kind: "audio", fileName: "song.mp3", details: { durationSeconds: 200 } },
    ],
    [
      { video: { ...file, duration: 9, width: 640, height: 360 } },
      { kind: "video", details: { durationSeconds: 9, width: 640, height: 360 } },
    ],
    [
      { video_note: { ...file, duration: 9, length: 240 } },
      { kind: "video_note", details: { durationSeconds: 9, width: 240, height: 240 } },
    ],
    [
      { sticker: { ...file, width: 512, height: 512, emoji: "👍", type: "regular" } },
      { kind: "sticker", details: { width: 512, height: 512, emoji: "👍" } },
    ],
    [
      { animation: { ...file, width: 1, height: 1, duration: 1 }, document: file },
      { kind: "animation", details: { durationSeconds: 1, width: 1, height: 1 } },
    ],
  ])("reads %j", (content, expected) => {
    expect(read(content)).toMatchObject({ text: "" });
    expect(read(content).attachments).toEqual([
      { externalFileId: "f", sizeBytes: 5, fileName: undefined, mimeType: undefined, ...expected },
    ]);
  });

  it("reads places, venues and contacts", () => {
    const location = { latitude: 44.81, longitude: 20.46 };
    expect(read({ location }).attachments).toEqual([{ kind: "location", details: location }]);
    const venue = { location, title: "Office", address: "Knez Mihailova 1" };
    expect(read({ venue, location }).attachments).toEqual([
      { kind: "location", details: { ...location, title: "Office", address: "Knez Mihailova 1" } },
    ]);
    const contact = { phone_number: "+381601234567", first_name: "Ana", user_id: 5, vcard: "BEGIN:VCARD" };
    expect(read({ contact }).attachments).toEqual([
      { kind: "contact", details: { phoneNumber: "+381601234567", firstName: "Ana" } },
    ]);
  });

  it("says in words what it cannot carry, whatever it is", () => {
    const poll = { id: "1", question: "Which car?", options: [] };
    expect(read({ poll }).text).toBe("[Poll: Which car?]");
    expect(read({ poll }, "ru").text).toBe("[Опрос: Which car?]");
    expect(read({ dice: { emoji: "🎲", value: 4 } }).text).toBe("[🎲 4]");
    expect(read({ game: { title: "Chess" } }).text).toBe("[Game: Chess]");
    expect(read({ invoice: { title: "Deposit" } }).text).toBe("[Invoice: Deposit]");
    expect(read({ story: { id: 1 } }).text).toBe("[Story; see it in Telegram]");
    expect(read({ checklist: { title: "Trip", tasks: [] } }).text).toContain("Checklist: Trip");
    expect(read({ giveaway: {} }).text).toContain("Giveaway");
    expect(read({ hologram_of_2031: {} }).text).toBe(
      "[Message of a kind that cannot be shown here; see it in Telegram]",
    );
    const bold = [{ type: "bold", offset: 0, length: 4 }];
    const paid = read({ paid_media: { star_count: 1 }, caption: "Look", caption_entities: bold });
    expect(paid.text).toBe("[Paid media; see it in Telegram]\nLook");
    expect(paid.text.slice(paid.entities[0]?.offset)).toBe("Look");
  });

  it("keeps what was forwarded", () => {
    const origin = { type: "user", date: 1, sender_user: ana };
    expect(read({ text: "Look", forward_origin: origin, some_new_mark: true }).text).toBe("Look");
  });

  it("finds nothing in service messages", () => {
    const nothing = { text: "", attachments: [] };
    expect(read({ forum_topic_closed: {} })).toMatchObject(nothing);
    expect(read({ pinned_message: opening })).toMatchObject(nothing);
    expect(read({ new_chat_members: [ana] })).toMatchObject(nothing);
    expect(read({})).toMatchObject(nothing);
  });
});

describe("readAlbum", () => {
  it("makes one message, in Telegram's order, with the captions under one another", () => {
    const part = (id: number, caption?: string) =>
      message({
        message_id: id,
        photo: [{ ...file, file_id: `p${id}`, width: 1, height: 1 }],
        ...(caption && { caption, caption_entities: [{ type: "bold", offset: 0, length: 3 }] }),
      });
    const album = readAlbum([part(3, "Two"), part(1, "One"), part(2)], "en");
    expect(album.text).toBe("One\n\nTwo");
    expect(album.entities.map(({ offset }) => offset)).toEqual([0, 5]);
    expect(album.attachments.map(({ externalFileId }) => externalFileId)).toEqual(["p1", "p2", "p3"]);
  });
});

describe("checkUpdate", () => {
  it("passes what Telegram sends, also with fields it has added since", () => {
    expect(checkUpdate({ update_id: 1, message: message({ text: "Hi", brand_new: 1 }) }).ok).toBe(true);
    expect(checkUpdate({ update_id: 1, something_new: {} }).ok).toBe(true);
  });

  it("keeps a message whose content it cannot read, and says so", () => {
    const checked = checkUpdate({ update_id: 1, message: message({ photo: { file_id: "no list" } }) });
    if (!checked.ok || !checked.update.message) throw new Error("refused");
    expect(readMessage(checked.update.message, "en").text).toMatch(/^\[Message of a kind/);
  });

  it("refuses what has neither sender nor place, by name", () => {
    expect(checkUpdate({ message: { text: "Hi" } })).toMatchObject({ ok: false });
    expect(checkUpdate({ message: message({ chat: { id: "x" } }) })).toEqual({
      ok: false,
      field: "message.chat.id",
    });
    expect(checkUpdate(null).ok).toBe(false);
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

  it("puts a reaction into the lane of its chat", () => {
    expect(lane({ message_reaction: { chat: group, message_id: 5 } })).toBe("-1007000000100");
  });

  it("takes no shape it was not promised", () => {
    for (const broken of ["text", 5, null, { chat: "x" }, { chat: { id: "x".repeat(5000) } }])
      expect(lane({ message: broken })).toBe("other");
  });

  it("has a place for updates without a chat", () => {
    expect(lane({ callback_query: { id: "1", from: ana } })).toBe("other");
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "@/messages/en/meeting-bot.json";
import ru from "@/messages/ru/meeting-bot.json";
import { meetingFile, parseMeetingFile, textFromFile, unknownPlaceholders } from "./meeting-file";
import { isMeetingText, MEETING_TEXTS } from "./text-keys";

test("the shipped file and our own texts use known names only", () => {
  expect(parseMeetingFile(readFileSync("config/meeting.json", "utf8")).problems).toEqual([]);
  for (const texts of [en, ru]) {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(MEETING_TEXTS).sort());
    for (const [key, text] of Object.entries(texts))
      expect(isMeetingText(key) && unknownPlaceholders(key, text)).toEqual([]);
  }
});

test("the older bot's file, with a plain text a key, speaks in every language", () => {
  const file = parseMeetingFile('{"messages": {"greeting": "Привет, {fio}", "welcome": {"en": "Come!"}}}');
  expect(file.problems).toEqual([]);
  expect(textFromFile(file, "greeting", "en")).toBe("Привет, {fio}");
  expect(textFromFile(file, "welcome", "en-GB")).toBe("Come!");
  expect(textFromFile(file, "welcome", "ru")).toBeNull();
});

test("each thing that is wrong gets its line, and the rest is used", () => {
  const { texts, problems } = parseMeetingFile(
    '{"messages": {"greeting": "{fio} {phone} {city}", "hello": "x", "help": 5, "closed": {"de": "x"}}}',
  );
  expect(Object.keys(texts)).toEqual(["greeting"]);
  expect(problems).toEqual([
    "config/meeting.json: {phone}, {city} in “greeting” stands for nothing; known are {fio}.",
    expect.stringMatching(/^config\/meeting\.json: there is no text “hello”; known are greeting, /),
    'config/meeting.json: “help” should be a text, or { "ru": text, "en": text }.',
    'config/meeting.json: “closed” should be a text, or { "ru": text, "en": text }.',
  ]);
});

test("a placeholder that is written another way is named too", () => {
  const written = ["{ fio }", "{full name}", "{user.name}", "{fio}"].join(" ");
  expect(unknownPlaceholders("greeting", written)).toEqual([" fio ", "full name", "user.name"]);
});

test.each(["{", "[]", '"x"', '{"messages": []}', ""])("%j is named as no such file", (content) => {
  expect(parseMeetingFile(content)).toEqual({
    texts: {},
    problems: [expect.stringContaining("should be JSON of the form")],
  });
});

test("the file is read anew once it changes, and may be missing", () => {
  const folder = mkdtempSync(join(tmpdir(), "texts-"));
  expect(meetingFile(folder)).toEqual({ texts: {}, problems: [] });
  mkdirSync(join(folder, "config"));
  const write = (text: string) =>
    writeFileSync(join(folder, "config", "meeting.json"), JSON.stringify({ messages: { greeting: text } }));
  write("one");
  expect(meetingFile(folder).texts).toEqual({ greeting: "one" });
  write("three");
  expect(meetingFile(folder).texts).toEqual({ greeting: "three" });
  rmSync(folder, { recursive: true });
});

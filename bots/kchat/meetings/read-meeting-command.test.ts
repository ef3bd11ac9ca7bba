import { expect, test } from "vitest";
import { readMeetingCommand } from "./read-meeting-command";

test.each([
  ["/start", "start"],
  [" /START payload ", "start"],
  ["/информация", "info"],
  ["/Meeting@sava_bot", "info"],
  ["/участие", "attend"],
  ["УЧАСТИЕ", "attend"],
  ["/attend", "attend"],
  ["/приглашённые", "invited"],
  ["приглашенные", "invited"],
  ["/invited", "invited"],
  ["/собрание", "manage"],
  ["manage", "manage"],
  ["/создать_собрание", "create"],
  ["Создать собрание", "create"],
  ["create_meeting", "create"],
  ["/создать собрание", "create"],
  ["/Create meeting.", "create"],
  ["/help!", "help"],
  ["/отмена@бот", "cancel"],
  ["/отмена", "cancel"],
  ["Отмена.", "cancel"],
  ["/skip", "skip"],
  ["пропустить", "skip"],
  ["назад", "back"],
  ["/помощь", "help"],
  ["help", "help"],
  ["моё участие", null],
  ["участие в торгах", null],
  ["/участиеx", null],
  ["/constructor", null],
  ["", null],
])("%j is %s", (text, name) => {
  expect(readMeetingCommand(text)?.name ?? null).toBe(name);
});

test("a word without the slash is told apart", () => {
  expect(readMeetingCommand("участие")).toEqual({ name: "attend", isPlain: true });
  expect(readMeetingCommand("/участие")).toEqual({ name: "attend", isPlain: false });
});

import { expect, test } from "vitest";
import { calendarEvent } from "./calendar-event";

const meeting = {
  id: 1,
  workspaceId: 1,
  resourceId: null,
  seriesId: null,
  topic:
    "Бюджет: планы; итоги, «год»\nи ещё очень длинная тема, которая не помещается в одну строку календаря",
  startsAt: new Date("2030-03-31T08:00:00Z"),
  durationMinutes: 90,
  timeZone: "Europe/Berlin",
  place: "",
  link: "https://example.com/join?a=1&b=2",
  callResourceId: null,
  callExternalId: null,
  agenda: "Раз\nДва",
  organiserId: null,
  state: "planned",
  answersUntil: null,
  reminderMinutes: [],
  calendarUid: "uid-1@assistchat",
  calendarSequence: 3,
  timeSequence: 0,
  movedToId: null,
  clientId: null,
  createdAt: new Date(),
  updatedAt: new Date(),
  organiser: null,
} as const;
const event = (method: "REQUEST" | "CANCEL", fullName: string, email: string) =>
  calendarEvent(method, { ...meeting, reminderMinutes: [] }, { fullName, email });
/** Unfolded lines. */
const lines = (text: string | null) => (text ?? "").replace(/\r\n[ \t]/g, "").split("\r\n");

test("an event stands at its moment whatever the zone, with what it is about", () => {
  const written = lines(event("REQUEST", 'Анна "А"; Петрова: отдел, 5', "anna@example.com"));
  expect(written).toEqual(
    expect.arrayContaining([
      "METHOD:REQUEST",
      "UID:uid-1@assistchat",
      "SEQUENCE:3",
      "DTSTART:20300331T080000Z",
      "DURATION:PT90M",
      "STATUS:CONFIRMED",
    ]),
  );
  expect(written.find((line) => line.startsWith("SUMMARY:"))).toContain("планы\\; итоги\\,");
  expect(written.find((line) => line.startsWith("ATTENDEE;"))).toMatch(/mailto:anna@example\.com$/);
  expect(written.find((line) => line.startsWith("ORGANIZER;"))).toMatch(/mailto:no-reply@/i);
  expect(lines(event("CANCEL", "", "anna@example.com"))).toEqual(
    expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED"]),
  );
});

test.each(["o'neil+tag@sub.example.com", "user@xn--e1afmkfd.xn--p1ai", "a_b@x-y.museum", "1@example.co"])(
  "%s gets an event",
  (email) => {
    expect(lines(event("REQUEST", "Ann", email)).join("\n")).toContain(`mailto:${email}`);
  },
);

import { expect, test } from "vitest";
import { parseInviteeLines } from "./parse-invitee-lines";

const one = (line: string) => {
  const { people, bad } = parseInviteeLines(line);
  const [person] = people;
  return person ? [person.fullName, person.email, person.phone] : bad[0]?.reason;
};

test.each([
  ["Иванов Иван | ivan@example.com | +7 (916) 123-45-67", ["Иванов Иван", "ivan@example.com", "79161234567"]],
  ["Иванов Иван|IVAN@Example.com|8 916 123 45 67", ["Иванов Иван", "ivan@example.com", "79161234567"]],
  ["Иванов; ivan@example.com;", ["Иванов", "ivan@example.com", null]],
  ["Иванов;;89161234567", ["Иванов", null, "79161234567"]],
  ["Иванов | 8 916 123-45-67", ["Иванов", null, "79161234567"]],
  ["Иванов\t+79161234567\tivan@example.com", ["Иванов", "ivan@example.com", "79161234567"]],
  ["Иванов", "no_address"],
  ["Иванов ||", "no_address"],
  ["| ivan@example.com", "no_name"],
  ["ivan@example.com", "no_name"],
  ["Иванов | ivan@", "bad_email"],
  ["Иванов | ivan | +79161234567", "bad_email"],
  ["Иванов | ivan@example.com | позвони", "bad_phone"],
  ["Иванов | ivan@example.com | 12", "bad_phone"],
  ["Иванов | a@example.com | +79161234567 | ещё", "too_many_parts"],
  [`${"И".repeat(300)} | a@example.com`, "too_long"],
])("%s", (line, expected) => {
  expect(one(line)).toEqual(expected);
});

test("lines are counted as they stand, empty ones too; who comes twice is told", () => {
  const { people, bad } = parseInviteeLines(
    "\u{feff}ФИО;E-mail\r\n\r\nA;a@example.com\r\nB\r\nC | A@example.com\r\n",
  );
  expect(people).toMatchObject([{ line: 3, fullName: "A" }]);
  expect(bad).toEqual([
    { line: 4, text: "B", reason: "no_address" },
    { line: 5, text: "C | A@example.com", reason: "double" },
  ]);
});

import { Readable } from "node:stream";
import { strToU8, zipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/server/lib/db";
import { isXlsx, readXlsx } from "@/server/lib/read-xlsx";
import { addInviteeList } from "./add-invitee-list";
import { exportInvitees } from "./export-invitees";
import { importInvitees } from "./import-invitees";
import { listInvitees } from "./list-invitees";
import { recordAttendance } from "./record-attendance";
import { type MeetingFirm, makeMeetingFirm, plan } from "./testing/meeting-firm";

let firm: MeetingFirm;
let meetingId: number;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeMeetingFirm();
  await db.workspace.update({ where: { id: firm.workspaceId }, data: { locale: "ru" } });
  meetingId = (await plan(firm)).id;
});

const bytesOf = (content: string | Uint8Array) =>
  Readable.from([Buffer.from(content)]) as AsyncIterable<Uint8Array>;
const importFile = (content: string | Uint8Array, id = meetingId) =>
  importInvitees(firm.director, { meetingId: id, bytes: bytesOf(content) });

test("a CSV's good rows are invited once, its bad ones told by number", async () => {
  const csv =
    "\u{feff}Телефон;ФИО;Отдел;E-mail\n8 916 123-45-67;Анна;Sales;anna@example.com\n;Боб;;\n;;;x@y.com\n;Eve;;eve@";
  const first = await importFile(csv);
  expect(first).toMatchObject({
    ok: true,
    added: 1,
    bad: [
      { line: 3, reason: "no_address" },
      { line: 4, reason: "no_name" },
      { line: 5, reason: "bad_email" },
    ],
  });
  expect(await importFile("Анна,anna@example.com,\nСэм,,+79160000001")).toMatchObject({ added: 1, known: 1 });
  const { invitees } = await listInvitees(firm.director, { meetingId });
  expect(invitees).toMatchObject([
    { person: { fullName: "Анна", phone: "79161234567" } },
    { person: { fullName: "Сэм", phone: "79160000001" } },
  ]);
});

test.each(["csv", "xlsx"] as const)(
  "what is exported as %s holds the answers, no formula, and can be read back",
  async (format) => {
    await addInviteeList(firm.director, {
      meetingId,
      lines: '=HYPERLINK("x") | evil@example.com\nБоб | | +79160000001',
    });
    const [evil] = (await listInvitees(firm.director, { meetingId, search: "evil" })).invitees;
    await recordAttendance(firm.director, { inviteeId: evil?.id ?? 0, attendance: "trip", comment: "+1" });
    const { bytes, fileName, contentType } = await exportInvitees(firm.manager, { meetingId, format });
    expect(fileName).toMatch(new RegExp(`^invitees-\\d{4}-\\d\\d-\\d\\d-\\d+\\.${format}$`));
    expect(contentType).toContain(format === "csv" ? "text/csv" : "spreadsheetml");
    const guard = format === "csv" ? "'" : "";
    const text = isXlsx(bytes)
      ? readXlsx(bytes, 10)
          ?.map(({ cells }) => cells.join("|"))
          .join("\n")
      : Buffer.from(bytes).toString();
    expect(text).toContain("ФИО");
    expect(text).toContain(`${guard}=HYPERLINK`);
    expect(text).toContain("Командировка");
    expect(text).toContain(`${guard}+1`);
    const other = (await plan(firm)).id;
    expect(await importFile(bytes, other)).toMatchObject({ ok: true, added: 2, bad: [] });
    expect(await db.meetingPerson.count({ where: { fullName: { startsWith: "=" } } })).toBe(1);
    expect(await db.auditEntry.count({ where: { action: "meeting.exported" } })).toBe(1);
  },
);

test("XLSX files of other programs are read: shared and rich texts, gaps, numbers, prefixes", async () => {
  const sheet = `<x:worksheet><x:sheetData>
    <x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2"><x:v>7.9161234567E10</x:v></x:c></x:row>
    <x:row r="4"><x:c r="A4" t="inlineStr"><x:is><x:t>Tom &amp; &#1040;</x:t></x:is></x:c><x:c r="B4" t="str"><x:v>tom@example.com</x:v></x:c></x:row>
  </x:sheetData></x:worksheet>`;
  const file = zipSync({
    "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="People" r:id="rId7"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": strToU8('<R><Relationship Id="rId7" Target="worksheets/people.xml"/></R>'),
    "xl/sharedStrings.xml": strToU8(
      "<sst><si><r><t>Анна </t></r><r><t>А</t></r><rPh><t>no</t></rPh></si></sst>",
    ),
    "xl/worksheets/people.xml": strToU8(sheet),
  });
  expect(await importFile(file)).toMatchObject({ ok: true, added: 2, bad: [] });
  expect(
    await db.meetingPerson.findMany({ where: { fullName: { not: "Dora" } }, orderBy: { id: "asc" } }),
  ).toMatchObject([
    { fullName: "Анна А", phone: "79161234567" },
    { fullName: "Tom & А", email: "tom@example.com" },
  ]);
});

test("what is no file of people is refused", async () => {
  const broken = Buffer.concat([Buffer.from("PK\u{3}\u{4}"), Buffer.alloc(50)]);
  const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(40 * 1024 * 1024) });
  for (const file of [broken, bomb, Buffer.from("name\n\0")])
    await expect(importFile(file)).rejects.toMatchObject({ reason: "not_text" });
  await expect(importFile('Анна;"a@example.com')).rejects.toMatchObject({ reason: "quotes" });
  await expect(
    importInvitees(firm.manager, { meetingId, bytes: bytesOf("Анна;a@example.com") }),
  ).rejects.toMatchObject({ reason: "role" });
});

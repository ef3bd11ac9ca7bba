import { expect, test } from "vitest";
import en from "@/messages/en/team.json";
import ru from "@/messages/ru/team.json";
import { PERMISSIONS, type Permission } from "./policy";

const roles = ["owner", "admin", "director", "manager"] as const;
const permissions = Object.keys(PERMISSIONS) as Permission[];

function words(messages: typeof en, permission: Permission): string | undefined {
  const [noun = "", verb = ""] = permission.split(".");
  return (messages.permission as Record<string, Record<string, string>>)[noun]?.[verb];
}

test("docs/roles.md is the table of policy.ts (written anew by vitest -u)", async () => {
  const mark = (yes: boolean) => (yes ? "✓" : "–");
  const rows = permissions.map((permission) => [
    words(en, permission) ?? "",
    `\`${permission}\``,
    ...roles.map((role) => mark((PERMISSIONS[permission] as readonly string[]).includes(role))),
  ]);
  const head = ["Permission", "Name in the code", "Owner", "Admin", "Director", "Manager"];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: string[]) => `| ${cells.map((text, column) => pad(text, column)).join(" | ")} |`;
  // As Biome writes tables: names on the left, marks in the middle.
  function pad(text: string, column: number): string {
    const width = widths[column] ?? 0;
    const before = column < 2 ? 0 : Math.floor((width - text.length) / 2);
    return (" ".repeat(before) + text).padEnd(width);
  }
  const rule = widths.map((width, column) => (column < 2 ? "-".repeat(width) : `:${"-".repeat(width - 2)}:`));
  const text = [
    "# What roles may do",
    "",
    "Written from `server/domain/workspaces/policy.ts`, which every use case asks and the team's page shows. Admins manage admins, directors and managers; owners are made and removed by owners only, and a workspace always has one.",
    "",
    ...[head, rule, ...rows].map(line),
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot("../../../docs/roles.md");
});

test.each(permissions)("%s has words in both languages", (permission) => {
  expect(words(en, permission)).toBeTruthy();
  expect(words(ru, permission)).toBeTruthy();
});

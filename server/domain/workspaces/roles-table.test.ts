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
  const rows = permissions.map((permission) => {
    const marks = roles.map((role) =>
      (PERMISSIONS[permission] as readonly string[]).includes(role) ? "✓" : "–",
    );
    return `| ${words(en, permission)} | \`${permission}\` | ${marks.join(" | ")} |`;
  });
  const text = [
    "# What roles may do",
    "",
    "Written from `server/domain/workspaces/policy.ts`, which every use case asks and the team's page shows. Admins manage admins, directors and managers; owners are made and removed by owners only, and a workspace always has one.",
    "",
    "| Permission | Name in the code | Owner | Admin | Director | Manager |",
    "| --- | --- | :-: | :-: | :-: | :-: |",
    ...rows,
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot("../../../docs/roles.md");
});

test.each(permissions)("%s has words in both languages", (permission) => {
  expect(words(en, permission)).toBeTruthy();
  expect(words(ru, permission)).toBeTruthy();
});

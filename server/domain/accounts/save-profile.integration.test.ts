import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { profileOf } from "./queries";
import { saveProfile } from "./save-profile";
import { saveProfileInput } from "./schema";

async function newUser(): Promise<AccountActor> {
  const { id } = await db.user.create({ data: { email: `${randomUUID()}@example.com`, name: "Olga" } });
  return { kind: "account", userId: id, sessionId: randomUUID(), workspaceId: null };
}

test("a person changes what is theirs, and nobody else's", async () => {
  const [olga, boris] = [await newUser(), await newUser()];
  expect(await profileOf(olga)).toMatchObject({ name: "Olga", locale: null, timeZone: null, theme: null });
  const input = saveProfileInput.parse({
    name: "  Ольга ",
    locale: "ru",
    timeZone: "Asia/Kathmandu",
    theme: "dark",
  });
  await Promise.all([saveProfile(olga, input), saveProfile(olga, input)]);
  expect(await profileOf(olga)).toMatchObject({
    name: "Ольга",
    locale: "ru",
    timeZone: "Asia/Kathmandu",
    theme: "dark",
  });
  expect(await profileOf(boris)).toMatchObject({ name: "Olga", theme: null });
});

test("nonsense is refused", () => {
  const right = { name: "Olga", locale: "en", timeZone: "UTC", theme: null };
  expect(saveProfileInput.safeParse(right).success).toBe(true);
  for (const wrong of [{ name: " " }, { locale: "de" }, { timeZone: "Mars/Olympus" }, { theme: "pink" }])
    expect(saveProfileInput.safeParse({ ...right, ...wrong }).success).toBe(false);
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { profileOf } from "./queries";
import { savePreferences } from "./save-preferences";
import { saveProfile } from "./save-profile";
import { savePreferencesInput, saveProfileInput } from "./schema";

async function newUser(isDemo = false): Promise<AccountActor> {
  const data = { email: `${randomUUID()}@example.com`, name: "Olga", isDemo };
  const { id } = await db.user.create({ data });
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

test("a theme or a language chosen in passing is kept alone, and not for the account that all share", async () => {
  const [olga, boris, demo] = [await newUser(), await newUser(), await newUser(true)];
  await savePreferences(olga, savePreferencesInput.parse({ theme: "dark" }));
  expect(await profileOf(olga)).toMatchObject({ name: "Olga", locale: null, theme: "dark" });
  await savePreferences(olga, savePreferencesInput.parse({ locale: "ru" }));
  expect(await profileOf(olga)).toMatchObject({ locale: "ru", theme: "dark" });
  await savePreferences(olga, savePreferencesInput.parse({ theme: null }));
  expect(await profileOf(olga)).toMatchObject({ locale: "ru", theme: null });
  await savePreferences(demo, savePreferencesInput.parse({ locale: "ru", theme: "dark" }));
  for (const untouched of [boris, demo])
    expect(await profileOf(untouched)).toMatchObject({ locale: null, theme: null });
  for (const wrong of [{ locale: "de" }, { theme: "pink" }])
    expect(savePreferencesInput.safeParse(wrong).success).toBe(false);
});

test("nonsense is refused", () => {
  const right = { name: "Olga", locale: "en", timeZone: "UTC", theme: null };
  expect(saveProfileInput.safeParse(right).success).toBe(true);
  for (const wrong of [{ name: " " }, { locale: "de" }, { timeZone: "Mars/Olympus" }, { theme: "pink" }])
    expect(saveProfileInput.safeParse({ ...right, ...wrong }).success).toBe(false);
});

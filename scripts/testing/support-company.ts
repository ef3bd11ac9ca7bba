import { parseSource } from "@/server/domain/knowledge/parse-source";
import { syncFileSources } from "@/server/domain/knowledge/sync-file-sources";
import { ensureResource } from "@/server/domain/resources/ensure-resource";
import { db, transaction } from "@/server/lib/db";

const knowledge = {
  ru: `# Залог и оплата

## Залог
Залог за эконом-класс составляет 150 евро.
Залог возвращаем в день возврата машины.

## Часы работы
Офис открыт каждый день с 8:00 до 20:00.

## Авария
Экстренная помощь на дороге круглосуточно: +381 60 123 45 67.
`,
  en: `# Deposit and payment

## Deposit
The deposit for economy cars is 150 euros.
We give the deposit back on the day the car is returned.

## Opening hours
The office is open every day from 8:00 to 20:00.

## Accident
Emergency help on the road around the clock: +381 60 123 45 67.
`,
};

export interface CompanyBot {
  token: string;
  username: string;
  managerGroupIds?: number[];
  adminIds?: number[];
}

/** A firm with a little knowledge in two languages, as a seed would make it; returns the workspace's id. */
export async function makeCompany(name = "Sava Rent"): Promise<number> {
  const { id } = await db.workspace.create({ data: { name, timeZone: "Europe/Belgrade", locale: "en" } });
  await transaction((tx) =>
    syncFileSources(
      tx,
      id,
      Object.entries(knowledge).map(([language, text]) => ({
        ...parseSource(`${language}.md`, text),
        language,
        fixedLanguage: true,
        origin: `test/${language}.md`,
      })),
    ),
  );
  return id;
}

/** Connects a bot of the simulator to the firm; returns the resource's id. */
export async function connectBot(workspaceId: number, bot: CompanyBot): Promise<number> {
  const made = await transaction((tx) =>
    ensureResource(tx, {
      workspaceId,
      provider: "telegram",
      name: bot.username,
      world: "simulator",
      accountId: bot.token.split(":")[0] ?? "",
      credentials: { token: bot.token },
      settings: {
        managerGroupIds: (bot.managerGroupIds ?? []).map(String),
        adminIds: (bot.adminIds ?? []).map(String),
      },
      account: { username: bot.username, name: bot.username },
      wake: true,
    }),
  );
  if (!made.ok) throw new Error(made.reason);
  return made.resourceId;
}

/** Puts a person of the channel on the firm's list of managers. */
export async function nameManager(workspaceId: number, telegramId: number, firstName: string): Promise<void> {
  await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: String(telegramId), firstName, role: "manager" },
  });
}

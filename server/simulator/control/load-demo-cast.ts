import { z } from "zod";
import type { World } from "../world/world";
import { createGroup } from "./group-routes";
import { addBot, addUser } from "./people-routes";

const personSchema = z.object({
  id: z.number(),
  firstName: z.string(),
  lastName: z.string().optional(),
  username: z.string().optional(),
  languageCode: z.string().optional(),
});

/** The parts of `config/demo.json` that the simulator plays. */
export const demoCastSchema = z.object({
  bot: z.object({ id: z.number(), username: z.string(), firstName: z.string() }),
  managersGroup: z.object({ id: z.number(), title: z.string() }),
  managers: z.array(personSchema.extend({ role: z.string() })),
  strangers: z.array(personSchema),
  customers: z.array(personSchema),
});

export type DemoCast = z.infer<typeof demoCastSchema>;

const BOT_RIGHTS = {
  can_manage_topics: true,
  can_delete_messages: true,
  can_pin_messages: true,
  can_invite_users: true,
};

/** Puts the demo's people, bot and managers' forum into an empty world. */
export function loadDemoCast(world: World, cast: DemoCast, token: string): void {
  const bot = addBot(world, { ...cast.bot, token });
  for (const { role: _role, ...manager } of cast.managers) addUser(world, manager);
  for (const person of [...cast.strangers, ...cast.customers]) addUser(world, person);
  createGroup(world, {
    ...cast.managersGroup,
    forum: true,
    members: [
      { user: bot.user.id, status: "administrator", rights: BOT_RIGHTS },
      ...cast.managers.map(({ id }, index) =>
        index === 0
          ? { user: id, status: "creator" as const }
          : { user: id, status: "administrator" as const, rights: { can_manage_topics: true } },
      ),
      ...cast.strangers.map(({ id }) => ({ user: id })),
    ],
  });
}

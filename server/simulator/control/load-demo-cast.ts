import { z } from "zod";
import { findGroup } from "../world/rooms";
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

/** The parts of `config/demo-group.json` that the simulator plays. */
export const demoGroupSchema = z.object({
  group: z.object({ id: z.number(), title: z.string() }),
  people: z.record(z.string(), personSchema.extend({ isBot: z.boolean().default(false) })),
});
export type DemoGroup = z.infer<typeof demoGroupSchema>;

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

/** Adds the demo's ordinary group, in which the bot only reads, to a world that does not have it. */
export function loadDemoGroup(world: World, cast: DemoCast, { group, people }: DemoGroup): void {
  if (findGroup(world, group.id)) return;
  const persons = Object.values(people).filter(({ isBot }) => !isBot);
  for (const { isBot: _no, ...person } of persons)
    if (!world.state.users.has(person.id)) addUser(world, person);
  const manager = cast.managers[0];
  if (manager && !world.state.users.has(manager.id)) return;
  createGroup(world, {
    ...group,
    members: [
      ...(manager ? [{ user: manager.id, status: "creator" as const }] : []),
      ...persons.map(({ id }) => ({ user: id })),
      { user: cast.bot.id, status: "administrator" as const },
    ],
  });
}

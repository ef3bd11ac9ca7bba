import { z } from "zod";
import type { World } from "../world/world";
import { addKchatBot, addKchatGroup, addKchatUser, openP2p } from "./kchat-people";
import { kchatState } from "./kchat-state";

const place = z.object({ id: z.string() });

/** `config/demo-kchat.json`. */
export const kchatCastSchema = z.object({
  bot: place.extend({ name: z.string() }),
  group: place.extend({ title: z.string() }),
  people: z.array(
    place.extend({
      /** Their private chat with the bot. */
      chat: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      middleName: z.string(),
      email: z.string(),
      phone: z.string(),
    }),
  ),
});
export type KchatCast = z.infer<typeof kchatCastSchema>;

/** Puts the demo's KChat bot with its people and group into a world; where they are, only its token is renewed. */
export function loadKchatCast(world: World, { bot, group, people }: KchatCast, token: string): void {
  addKchatBot(world, { ...bot, token });
  if (kchatState(world).groups.has(group.id)) return;
  for (const { chat, ...person } of people) {
    addKchatUser(world, person);
    openP2p(world, { id: chat, user: person.id, bot: bot.id });
  }
  addKchatGroup(world, { ...group, members: [bot.id, ...people.map(({ id }) => id)] });
}

import type { Context } from "hono";
import type { World } from "../world/world";
import { KchatRefusal } from "./kchat-refusal";
import { type KchatBot, kchatState } from "./kchat-state";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const TOKEN = new RegExp(`^BOT-${UUID}-${UUID}-\\d{10,}-${UUID}$`);

/** The bot whose token a request carries, as it is and without “Bearer”; a 401 when it is not good. */
export function botOfRequest(world: World, c: Context): KchatBot {
  const token = c.req.header("authorization") ?? "";
  if (!TOKEN.test(token)) throw new KchatRefusal(401, "no bot token in the Authorization header");
  const bot = [...kchatState(world).bots.values()].find((one) => one.token === token);
  if (!bot) throw new KchatRefusal(401, "unknown token");
  if (bot.expired) throw new KchatRefusal(401, "the token has expired");
  return bot;
}

import { createHmac, randomBytes } from "node:crypto";
import type { User } from "../world/telegram-objects";
import type { Bot } from "../world/world";

/**
 * Signs Mini App init data as Telegram does: HMAC-SHA256 over the sorted `k=v` lines (with `signature`,
 * without `hash`), keyed by HMAC-SHA256("WebAppData", token). The Ed25519 `signature` itself is random:
 * only Telegram can make it.
 */
export function signInitData(
  bot: Bot,
  user: User,
  options: { startParam?: string; ageSeconds?: number },
): string {
  const { is_bot: _bot, ...person } = user;
  const fields: Record<string, string> = {
    auth_date: String(Math.floor(Date.now() / 1000) - (options.ageSeconds ?? 0)),
    query_id: `AAH${randomBytes(12).toString("base64url")}`,
    signature: randomBytes(64).toString("base64url"),
    user: JSON.stringify({ last_name: "", ...person, allows_write_to_pm: true }),
  };
  if (options.startParam !== undefined) fields.start_param = options.startParam;
  const checkString = Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join("\n");
  const secret = createHmac("sha256", "WebAppData").update(bot.token).digest();
  const hash = createHmac("sha256", secret).update(checkString).digest("hex");
  return new URLSearchParams({ ...fields, hash }).toString();
}

import en from "@/messages/en/meeting-bot.json";
import ru from "@/messages/ru/meeting-bot.json";
import { localeFor } from "@/server/lib/phrases";
import type { MeetingTextKey } from "./text-keys";

const built: Record<"en" | "ru", Record<MeetingTextKey, string>> = { en, ru };

/** Our own text of the meeting bot in the language nearest to the given one, with its placeholders. */
export function builtInText(locale: string, key: MeetingTextKey): string {
  return built[localeFor(locale)][key];
}

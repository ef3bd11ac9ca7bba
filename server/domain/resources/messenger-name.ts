import enProviders from "@/messages/en/providers.json";
import ruProviders from "@/messages/ru/providers.json";
import type { Locale } from "@/server/lib/phrases";

type Names = Record<string, { name?: string }>;
const names: Record<Locale, Names> = { en: enProviders as Names, ru: ruProviders as Names };

/** How people call the service of a provider, such as “KChat”. */
export function messengerName(provider: string, locale: Locale): string {
  return names[locale][provider]?.name ?? provider;
}

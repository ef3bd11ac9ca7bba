import enProviders from "@/messages/en/providers.json";
import ruProviders from "@/messages/ru/providers.json";
import type { Resource } from "@/prisma/generated/client";
import type { Locale } from "@/server/lib/phrases";

type Names = Record<string, { name?: string }>;
const names: Record<Locale, Names> = { en: enProviders as Names, ru: ruProviders as Names };

/** How people call the channel of a resource: its messenger, and the resource where that says more. */
export function channelName({ provider, name }: Pick<Resource, "provider" | "name">, locale: Locale): string {
  const messenger = names[locale][provider]?.name ?? provider;
  return name.toLowerCase().includes(messenger.toLowerCase()) ? name : `${messenger} · ${name}`;
}

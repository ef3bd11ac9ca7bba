import type { Resource } from "@/prisma/generated/client";
import { messengerName } from "@/server/domain/resources/messenger-name";
import type { Locale } from "@/server/lib/phrases";

/** How people call the channel of a resource: its messenger, and the resource where that says more. */
export function channelName({ provider, name }: Pick<Resource, "provider" | "name">, locale: Locale): string {
  const messenger = messengerName(provider, locale);
  return name.toLowerCase().includes(messenger.toLowerCase()) ? name : `${messenger} · ${name}`;
}

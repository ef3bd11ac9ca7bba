import type { HubMessageView } from "@/server/domain/messages/hub/schema";

/** From the first to the last of some messages, in the chats where they stand. */
export function spanOf(messages: Iterable<HubMessageView>) {
  const all = [...messages];
  const times = all.map(({ sentAt }) => Date.parse(sentAt));
  return {
    since: new Date(Math.min(...times)).toISOString(),
    until: new Date(Math.max(...times) + 1).toISOString(),
    chatIds: [...new Set(all.map(({ chat }) => chat.id))],
  };
}

import { Hash, Megaphone, UserRound } from "lucide-react";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

const icons = { private: UserRound, group: Hash, supergroup: Hash, channel: Megaphone } as const;

/** Which kind of chat it is; decoration beside its name. */
export function ChatIcon({ type, className }: { type: HubMessageView["chat"]["type"]; className?: string }) {
  const Icon = icons[type];
  return <Icon aria-hidden className={className} />;
}

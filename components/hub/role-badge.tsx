import { Bot } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

/** Whose words they are, where it is not a client's. */
export function RoleBadge({ message }: { message: Pick<HubMessageView, "role" | "author"> }) {
  const t = useTranslations("Hub");
  const { role, author } = message;
  // The assistant is called by what it is already.
  if (role === "client" || author === "system" || author === "assistant") return null;
  const isBot = role === "broadcast_bot" || role === "assistant_bot";
  return (
    <span
      className={cn(
        "inline-flex shrink-0 items-center gap-0.5 rounded px-1.5 text-[11px] leading-4.5 font-medium",
        isBot ? "bg-muted text-muted-foreground" : "bg-accent text-accent-foreground",
      )}
    >
      {isBot && <Bot aria-hidden className="size-3" />}
      {t(`role_${role}`)}
    </span>
  );
}

import { Sparkles } from "lucide-react";

type ChatAvatarProps = { author: "assistant" | "manager"; name: string | null };

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
}

/** A small round face beside the bubbles; decoration, since the author's name stands in the bubble. */
export function ChatAvatar({ author, name }: ChatAvatarProps) {
  if (author === "assistant") {
    return (
      <span aria-hidden="true" className="chat-brand grid size-7 shrink-0 place-items-center rounded-full">
        <Sparkles className="size-4" />
      </span>
    );
  }
  return (
    <span
      aria-hidden="true"
      className="chat-person grid size-7 shrink-0 place-items-center rounded-full text-[11px] font-semibold"
    >
      {initials(name ?? "") || "•"}
    </span>
  );
}

import type { ComponentProps } from "react";

type ChatButtonProps = ComponentProps<"button"> & { look?: "solid" | "soft" | "outline" };

const LOOKS = {
  solid: "bg-(--chat-accent) text-(--chat-on-accent) hover:opacity-90",
  soft: "bg-(--chat-quiet) text-(--chat-ink) hover:brightness-95",
  outline:
    "border border-(--chat-line) bg-(--chat-surface) text-(--chat-link) shadow-xs hover:bg-(--chat-quiet)",
};

/** The chat's pill-shaped button, easy to hit with a thumb. */
export function ChatButton({ look = "soft", className = "", ...props }: ChatButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-9 items-center justify-center gap-1.5 whitespace-nowrap rounded-full px-4 py-1.5 text-sm max-[23.5rem]:px-3 max-[23.5rem]:text-[13px] font-medium transition active:scale-[0.97] disabled:pointer-events-none disabled:opacity-55 ${LOOKS[look]} ${className}`}
      {...props}
    />
  );
}

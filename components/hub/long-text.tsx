import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageText } from "@/components/chat/message-text";

/** More than this is folded: about what a screen holds. */
const folded = 700;

/** A message's words; very long ones unfold on demand. */
export function LongText({ text }: { text: string }) {
  const t = useTranslations("Hub");
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > folded * 1.3;
  const shown = isLong && !isOpen ? `${text.slice(0, folded).trimEnd()}…` : text;
  return (
    <div dir="auto" className="text-sm leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
      <MessageText text={shown} />
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          className="relative z-10 ml-1 font-medium after:absolute after:-inset-2 text-accent-foreground underline-offset-2 hover:underline"
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? "showLess" : "showMore")}
        </button>
      )}
    </div>
  );
}

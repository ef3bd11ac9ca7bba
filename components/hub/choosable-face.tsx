import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { ContactFace } from "@/components/inbox/contact-face";
import { cn } from "@/components/ui/cn";

type ChoosableFaceProps = {
  name: string;
  contactId: number;
  /** Whoever goes on speaking shows their face once, and each message its box. */
  hasFace?: boolean;
  isActive: boolean;
  isChosen: boolean;
  /** Something is chosen: the boxes of the others are shown too. */
  isChoosing: boolean;
  onToggle: () => void;
};

/** The face of who wrote a message, which gives way to a box to choose it with; inside a `group/message`. */
export function ChoosableFace(props: ChoosableFaceProps) {
  const { name, contactId, hasFace = true, isActive, isChosen, isChoosing, onToggle } = props;
  const t = useTranslations("Hub");
  return (
    <span className={cn("relative w-9 shrink-0", hasFace && "h-9")}>
      {hasFace && (
        <ContactFace
          name={name}
          id={contactId}
          className={cn(
            "size-9 text-xs transition-opacity group-hover/message:opacity-0 group-focus-within/message:opacity-0",
            (isChosen || isChoosing) && "opacity-0",
          )}
        />
      )}
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={t("choose", { name })}
        data-key={isActive ? "x" : undefined}
        className={cn(
          "absolute inset-x-0 top-0 z-10 grid place-items-center opacity-0 after:absolute after:-inset-1 group-hover/message:opacity-100 group-focus-within/message:opacity-100 focus-visible:opacity-100",
          hasFace ? "h-9" : "h-7 sm:after:hidden",
          (isChosen || isChoosing) && "opacity-100",
        )}
        onClick={onToggle}
      >
        <span
          className={cn(
            "grid size-4.5 place-items-center rounded-[5px] border border-input bg-card",
            isChosen && "border-primary bg-primary text-primary-foreground",
          )}
        >
          {isChosen && <Check aria-hidden className="size-3.5" strokeWidth={3} />}
        </span>
      </button>
    </span>
  );
}

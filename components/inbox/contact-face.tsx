import { cn } from "@/components/ui/cn";

const hues = [178, 220, 265, 310, 20, 75, 130];

function initials(name: string): string {
  const words = name.replace(/^@/, "").trim().split(/\s+/u);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
}

type ContactFaceProps = { name: string; id: number; className?: string };

/** A customer's initials in a colour of their own; decoration, since the name stands beside. */
export function ContactFace({ name, id, className }: ContactFaceProps) {
  const hue = hues[id % hues.length];
  return (
    <span
      aria-hidden
      style={{ "--hue": hue } as object}
      className={cn(
        "grid size-10 shrink-0 place-items-center rounded-full bg-[oklch(0.93_0.035_var(--hue))] text-[13px] font-semibold text-[oklch(0.38_0.08_var(--hue))] dark:bg-[oklch(0.33_0.045_var(--hue))] dark:text-[oklch(0.88_0.06_var(--hue))]",
        className,
      )}
    >
      {initials(name) || "•"}
    </span>
  );
}

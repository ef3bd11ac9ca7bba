import { cn } from "@/components/ui/cn";

/** White letters stand at 4.5:1 or better on each of these. */
const GROUNDS = ["#b4472f", "#8a5a00", "#7a4fc0", "#2f7a3d", "#0f7285", "#2b68b8", "#b03a72"];

type PersonAvatarProps = { id: number; name: string; size?: "small" | "medium" };

/** The first letters of a name on the colour of its id; decoration, the name stands beside it. */
export function PersonAvatar({ id, name, size = "medium" }: PersonAvatarProps) {
  const letters = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.match(/\p{L}/u)?.[0] ?? "")
    .join("");
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 place-items-center rounded-full font-semibold text-white uppercase select-none",
        size === "small" ? "size-7 text-[0.625rem]" : "size-9 text-xs",
      )}
      style={{ backgroundColor: GROUNDS[Math.abs(id) % GROUNDS.length] }}
    >
      {letters}
    </span>
  );
}

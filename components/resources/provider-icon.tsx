import { Plug } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { providerPages } from "@/server/providers/pages";

/** A provider's picture on a soft ground. */
export function ProviderIcon({ provider, className }: { provider: string; className?: string }) {
  const pages: Record<string, (typeof providerPages)["telegram"]> = providerPages;
  const Icon = pages[provider]?.Icon ?? Plug;
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-11 shrink-0 place-items-center rounded-xl bg-accent text-accent-foreground",
        className,
      )}
    >
      <Icon className="size-5" />
    </span>
  );
}

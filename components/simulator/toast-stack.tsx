import type { Toast } from "@/components/simulator/use-simulator";
import { cn } from "@/components/ui/cn";

/** Short notices; screen readers say them as they come. On a phone they stand above the composer, clear of the tabs. */
export function ToastStack({ toasts }: { toasts: Toast[] }) {
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-16 z-50 flex flex-col max-sm:top-auto max-sm:bottom-28 items-center gap-2 px-4"
    >
      {toasts.map(({ id, text, tone }) => (
        <p
          key={id}
          className={cn(
            "max-w-md animate-[sheet-up_180ms_ease-out] rounded-xl px-4 py-2.5 text-sm shadow-lifted",
            tone === "error" ? "bg-destructive text-destructive-foreground" : "bg-foreground text-background",
          )}
        >
          {text}
        </p>
      ))}
    </div>
  );
}

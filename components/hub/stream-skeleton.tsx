import { Skeleton } from "@/components/ui/skeleton";

const lines = ["w-3/4", "w-1/2", "w-2/3", "w-5/6", "w-2/5", "w-3/5", "w-4/5"];

/** Messages that are on their way. */
export function StreamSkeleton() {
  return lines.map((line) => (
    <div key={line} aria-hidden className="flex gap-3 border-b border-border/60 px-3 py-3.5 sm:pr-5">
      <Skeleton className="size-9 shrink-0 rounded-full" />
      <div className="flex-1 space-y-2 pt-0.5">
        <Skeleton className="h-4 w-48 max-w-full" />
        <Skeleton className={`h-4 ${line}`} />
        <Skeleton className="h-5 w-24 rounded-full" />
      </div>
    </div>
  ));
}

import { Skeleton } from "@/components/ui/skeleton";

const lines = ["w-2/5", "w-3/5 ml-auto", "w-1/3", "w-1/2 ml-auto", "w-2/5"];

/** A conversation that is on its way. */
export function ThreadSkeleton() {
  return (
    <div aria-busy className="flex min-w-0 flex-1 flex-col">
      <div className="flex h-16 shrink-0 items-center gap-3 border-b border-border px-4">
        <Skeleton className="size-9 rounded-full" />
        <div className="space-y-2">
          <Skeleton className="h-4 w-36" />
          <Skeleton className="h-3 w-24" />
        </div>
      </div>
      <div className="flex flex-1 flex-col justify-end gap-3 p-4 sm:p-6">
        {lines.map((line) => (
          <Skeleton key={line} className={`h-12 rounded-2xl ${line}`} />
        ))}
      </div>
    </div>
  );
}

import type { ReactNode } from "react";

/** The body of a phone on a large screen; on a phone itself only what it shows. */
export function PhoneFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col max-lg:border-t max-lg:border-border lg:mx-auto lg:max-h-[50rem] lg:w-full lg:max-w-[24rem] lg:rounded-[2.75rem] lg:bg-[oklch(0.24_0.012_265)] lg:p-2.5 lg:shadow-lifted lg:ring-1 lg:ring-white/10 lg:ring-inset">
      <div className="relative flex min-h-0 flex-1 flex-col overflow-hidden bg-card lg:rounded-[2.125rem]">
        <span aria-hidden className="hidden h-6 shrink-0 place-items-center bg-card lg:grid">
          <span className="h-1.5 w-20 rounded-full bg-foreground/15" />
        </span>
        {children}
        <span aria-hidden className="hidden h-4 shrink-0 place-items-center bg-card lg:grid">
          <span className="h-1 w-28 rounded-full bg-foreground/15" />
        </span>
      </div>
    </div>
  );
}

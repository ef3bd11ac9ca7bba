import type { ReactNode } from "react";

type PageHeadProps = { title: string; subtitle: string; children?: ReactNode };

/** What a section of the settings is about, with its main button. */
export function PageHead({ title, subtitle, children }: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 max-w-2xl text-sm leading-relaxed text-muted-foreground">{subtitle}</p>
      </div>
      {children}
    </div>
  );
}

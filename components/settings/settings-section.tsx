import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type SettingsSectionProps = {
  id: string;
  title: string;
  hint: string;
  /** Stands beside the title: a switch for the whole section. */
  control?: ReactNode;
  children?: ReactNode;
};

/** One group of settings: what it is for on the left, its fields on the right. */
export function SettingsSection({ id, title, hint, control, children }: SettingsSectionProps) {
  return (
    <Card
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-5 p-5 sm:p-6 lg:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]"
    >
      <div className="flex items-start justify-between gap-4 lg:flex-col lg:justify-start">
        <div>
          <h2 id={id} className="font-semibold tracking-tight">
            {title}
          </h2>
          <p className="mt-1 text-sm leading-relaxed text-muted-foreground">{hint}</p>
        </div>
        {control}
      </div>
      <div className="min-w-0 space-y-5">{children}</div>
    </Card>
  );
}

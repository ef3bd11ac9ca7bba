import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const looks = {
  info: { icon: Info, classes: "bg-muted [&>svg]:text-muted-foreground" },
  warning: { icon: TriangleAlert, classes: "bg-warning-soft [&>svg]:text-warning" },
  destructive: { icon: CircleAlert, classes: "bg-destructive-soft [&>svg]:text-destructive" },
};

type AlertProps = {
  tone: keyof typeof looks;
  title: ReactNode;
  children?: ReactNode;
  className?: string;
  live?: boolean;
};

/** Something to know (`info`) or that needs an eye; `live` has screen readers say it as soon as it appears. */
export function Alert({ tone, title, children, className, live }: AlertProps) {
  const { icon: Icon, classes } = looks[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={cn("flex gap-3 rounded-xl px-4 py-3 text-sm text-foreground", classes, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 space-y-1">
        <p className="font-medium">{title}</p>
        {children && <div className="leading-relaxed text-muted-foreground">{children}</div>}
      </div>
    </div>
  );
}

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type StoryPartProps = {
  id: string;
  title: string;
  text: string;
  points: string[];
  /** The picture stands left of the words on a wide screen. */
  mirrored?: boolean;
  children: ReactNode;
};

/** One thing the product does, told beside a drawing of it. */
export function StoryPart({ id, title, text, points, mirrored, children }: StoryPartProps) {
  return (
    <section
      aria-labelledby={id}
      className="grid items-center gap-10 border-t border-border py-16 sm:py-20 lg:grid-cols-2 lg:gap-16"
    >
      <div className={cn(mirrored && "lg:order-2")}>
        <h2 id={id} className="text-3xl font-semibold tracking-[-0.02em] text-balance">
          {title}
        </h2>
        <p className="mt-4 leading-relaxed text-pretty text-muted-foreground">{text}</p>
        <ul className="mt-6 space-y-3">
          {points.map((point) => (
            <li key={point} className="flex gap-3 text-[15px]">
              <Check aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />
              {point}
            </li>
          ))}
        </ul>
      </div>
      {children}
    </section>
  );
}

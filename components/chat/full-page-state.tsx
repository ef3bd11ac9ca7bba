import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type FullPageStateProps = { icon: LucideIcon; title: string; text: string; children?: ReactNode };

/** One message in place of the chat: what is wrong, what to do about it, and at most one button. */
export function FullPageState({ icon: Icon, title, text, children }: FullPageStateProps) {
  return (
    <main className="grid h-full place-items-center overflow-y-auto p-6">
      <div className="flex max-w-sm flex-col items-center text-center">
        <span className="chat-brand mb-5 grid size-16 place-items-center rounded-3xl" aria-hidden="true">
          <Icon className="size-8" strokeWidth={1.75} />
        </span>
        <h1 className="text-balance text-xl font-semibold tracking-tight">{title}</h1>
        <p role="status" className="mt-2 text-pretty text-[15px] leading-relaxed text-(--chat-muted)">
          {text}
        </p>
        {children && <div className="mt-6">{children}</div>}
      </div>
    </main>
  );
}

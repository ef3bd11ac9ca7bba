import type { ReactNode } from "react";

type MessagePageProps = {
  code: string;
  title: string;
  text: string;
  /** It stands in the dashboard's frame, whose <main> it is in. */
  framed?: boolean;
  children: ReactNode;
};

/** A page that only says something, with a way on. The chat carries it along (global-error), so it takes no `cn`. */
export function MessagePage({ code, title, text, framed = false, children }: MessagePageProps) {
  const Root = framed ? "div" : "main";
  return (
    <Root
      className={`mx-auto flex max-w-md flex-col items-start justify-center px-6 py-16 ${framed ? "min-h-[60dvh]" : "min-h-dvh"}`}
    >
      <p className="text-sm font-medium text-primary">{code}</p>
      <h1 className="mt-3 text-3xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
      <p className="mt-3 leading-relaxed text-muted-foreground">{text}</p>
      <div className="mt-8 flex flex-wrap gap-3">{children}</div>
    </Root>
  );
}

import type { ReactNode } from "react";

type MessagePageProps = { code: string; title: string; text: string; children: ReactNode };

/** A page that only says something, with a way on. */
export function MessagePage({ code, title, text, children }: MessagePageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center px-6 py-16">
      <p className="text-sm font-medium text-primary">{code}</p>
      <h1 className="mt-3 text-3xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
      <p className="mt-3 leading-relaxed text-muted-foreground">{text}</p>
      <div className="mt-8 flex flex-wrap gap-3">{children}</div>
    </main>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConversationPreview } from "@/components/shell/conversation-preview";
import { TopBar } from "@/components/shell/top-bar";

type AuthFrameProps = { title: string; subtitle?: ReactNode; children: ReactNode };

/** A form for who is not signed in, beside a picture of what the product does. */
export function AuthFrame({ title, subtitle, children }: AuthFrameProps) {
  const t = useTranslations("Login");
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar />
      <main
        id="content"
        className="mx-auto grid w-full max-w-6xl flex-1 items-center gap-16 px-4 py-10 sm:px-6 lg:grid-cols-2 lg:gap-24"
      >
        <div className="mx-auto w-full max-w-sm">
          <h1 className="text-3xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
          {subtitle && <p className="mt-2 leading-relaxed text-muted-foreground">{subtitle}</p>}
          {children}
        </div>
        <aside className="hidden lg:block">
          <p className="mb-8 max-w-md text-2xl leading-snug font-semibold tracking-[-0.02em] text-balance">
            {t("asideTitle")}
          </p>
          <ConversationPreview />
        </aside>
      </main>
    </div>
  );
}

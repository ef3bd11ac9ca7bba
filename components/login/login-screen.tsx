import { useTranslations } from "next-intl";
import { LoginForm } from "@/components/login/login-form";
import { ConversationPreview } from "@/components/shell/conversation-preview";
import { TopBar } from "@/components/shell/top-bar";

type LoginScreenProps = { next: string; demo: boolean };

/** The login beside a picture of what the product does. */
export function LoginScreen({ next, demo }: LoginScreenProps) {
  const t = useTranslations("Login");
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar />
      <main
        id="content"
        className="mx-auto grid w-full max-w-6xl flex-1 items-center gap-16 px-4 py-10 sm:px-6 lg:grid-cols-2 lg:gap-24"
      >
        <div className="mx-auto w-full max-w-sm">
          <h1 className="text-3xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
          <p className="mt-2 text-muted-foreground">{t("subtitle")}</p>
          <LoginForm next={next} demo={demo} />
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

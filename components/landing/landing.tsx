import { BookCheck, HardDrive, PhoneCall } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConversationPreview } from "@/components/shell/conversation-preview";
import { TopBar } from "@/components/shell/top-bar";
import { Button } from "@/components/ui/button";

/** The start page: what the product is, shown by a conversation. */
export function Landing({ demo }: { demo: boolean }) {
  const t = useTranslations("Landing");
  const points = [
    { icon: BookCheck, title: t("groundedTitle"), text: t("groundedText") },
    { icon: PhoneCall, title: t("handoffTitle"), text: t("handoffText") },
    { icon: HardDrive, title: t("ownTitle"), text: t("ownText") },
  ];
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        actions={
          <Button asChild variant="outline" size="small" className="ml-1 max-sm:hidden">
            <Link href="/login">{t("logIn")}</Link>
          </Button>
        }
      />
      <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-4 sm:px-6">
        <section className="grid items-center gap-14 py-14 sm:py-20 lg:grid-cols-[1.1fr_1fr] lg:gap-20 lg:py-28">
          <div>
            <p className="text-sm font-medium text-primary">{t("eyebrow")}</p>
            <h1 className="mt-4 text-4xl leading-[1.08] font-semibold tracking-[-0.03em] text-balance sm:text-5xl lg:text-[3.4rem]">
              {t("title")}
            </h1>
            <p className="mt-6 max-w-xl text-lg leading-relaxed text-pretty text-muted-foreground">
              {t("lead")}
            </p>
            <div className="mt-9 flex flex-wrap gap-3">
              {demo && (
                <Button asChild size="large">
                  <Link href="/simulator">{t("tryDemo")}</Link>
                </Button>
              )}
              <Button asChild size="large" variant={demo ? "outline" : "primary"}>
                <Link href="/login">{t("logIn")}</Link>
              </Button>
            </div>
            {demo && <p className="mt-4 text-sm text-muted-foreground">{t("demoHint")}</p>}
          </div>
          <ConversationPreview />
        </section>
        <section aria-labelledby="why" className="border-t border-border py-14 sm:py-20">
          <h2 id="why" className="sr-only">
            {t("whyTitle")}
          </h2>
          <ul className="grid gap-10 md:grid-cols-3 md:gap-8 lg:gap-12">
            {points.map(({ icon: Icon, title, text }) => (
              <li key={title}>
                <span className="grid size-10 place-items-center rounded-xl bg-accent text-accent-foreground">
                  <Icon aria-hidden className="size-5" />
                </span>
                <h3 className="mt-4 font-semibold tracking-tight">{title}</h3>
                <p className="mt-2 text-[15px] leading-relaxed text-pretty text-muted-foreground">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className="border-t border-border py-6 text-center text-sm text-muted-foreground">
        {t("footer")}
      </footer>
    </div>
  );
}

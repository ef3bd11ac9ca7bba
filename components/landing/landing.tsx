import Link from "next/link";
import { useTranslations } from "next-intl";
import { Comparison } from "@/components/landing/comparison";
import { DemoActions } from "@/components/landing/demo-actions";
import { Features } from "@/components/landing/features";
import { GroundedPart } from "@/components/landing/grounded-part";
import { HandoffPart } from "@/components/landing/handoff-part";
import { HowItWorks } from "@/components/landing/how-it-works";
import { OwnServer } from "@/components/landing/own-server";
import { ProductShot } from "@/components/landing/product-shot";
import { SiteFooter } from "@/components/landing/site-footer";
import { TopBar } from "@/components/shell/top-bar";
import { Button } from "@/components/ui/button";

/** The start page: what the product is and for whom, shown by what it really does. */
export function Landing({ demo }: { demo: boolean }) {
  const t = useTranslations("Landing");
  const whom = (["a", "b", "c", "d", "e", "f"] as const).map((key) => t(`whom.${key}`));
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        actions={
          <>
            <Button asChild variant="ghost" size="small" className="ml-1 max-sm:hidden">
              <Link href="/login">{t("logIn")}</Link>
            </Button>
            <Button asChild size="small" className="max-sm:hidden">
              <Link href="/register">{t("signUp")}</Link>
            </Button>
          </>
        }
      />
      <main id="content" className="flex-1 overflow-x-clip">
        <section className="relative px-4 pt-14 sm:px-6 sm:pt-20 lg:pt-24">
          <div
            aria-hidden
            className="absolute inset-x-0 top-0 -z-10 h-[36rem] bg-[radial-gradient(60rem_28rem_at_50%_-6rem,color-mix(in_oklab,var(--primary)_13%,transparent),transparent)]"
          />
          <div className="mx-auto max-w-3xl text-center">
            <p className="text-sm font-medium text-primary">{t("eyebrow")}</p>
            <h1 className="mt-4 text-4xl leading-[1.08] font-semibold tracking-[-0.03em] text-balance sm:text-5xl lg:text-[3.5rem]">
              {t("title")}
            </h1>
            <p className="mx-auto mt-6 max-w-2xl text-lg leading-relaxed text-pretty text-muted-foreground">
              {t("lead")}
            </p>
            <DemoActions demo={demo} />
            <p className="mt-4 text-sm text-pretty text-muted-foreground">
              {demo ? t("demoHint") : t("noDemoHint")}
            </p>
          </div>
          <ProductShot />
        </section>
        <div className="mx-auto max-w-6xl px-4 sm:px-6">
          <section aria-labelledby="whom" className="py-14 text-center sm:py-16">
            <h2 id="whom" className="text-sm font-medium text-muted-foreground">
              {t("whomTitle")}
            </h2>
            <ul className="mt-5 flex flex-wrap justify-center gap-2">
              {whom.map((each) => (
                <li key={each} className="rounded-full border border-border bg-card px-3.5 py-1.5 text-sm">
                  {each}
                </li>
              ))}
            </ul>
          </section>
          <HowItWorks />
          <GroundedPart />
          <HandoffPart />
          <Features />
          <OwnServer />
          <Comparison />
        </div>
        <section className="border-t border-border bg-muted/50 px-4 py-16 text-center sm:py-24">
          <h2 className="text-3xl font-semibold tracking-[-0.02em] text-balance">{t("endTitle")}</h2>
          <p className="mx-auto mt-4 max-w-xl leading-relaxed text-pretty text-muted-foreground">
            {demo ? t("endText") : t("endTextNoDemo")}
          </p>
          <DemoActions demo={demo} />
        </section>
      </main>
      <SiteFooter />
    </div>
  );
}

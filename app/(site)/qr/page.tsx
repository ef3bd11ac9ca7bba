import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QrStudio } from "@/components/qr/qr-studio";
import { Texts } from "@/components/shell/texts";
import { TopBar } from "@/components/shell/top-bar";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Qr"))("title") };
}

export default async function QrPage() {
  const t = await getTranslations("Qr");
  return (
    <>
      <TopBar />
      <main id="content" className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
        <h1 className="text-2xl font-semibold tracking-[-0.02em] sm:text-3xl">{t("title")}</h1>
        <p className="mt-2 max-w-2xl text-pretty text-muted-foreground">{t("subtitle")}</p>
        <Texts of={["Qr"]}>
          <QrStudio />
        </Texts>
      </main>
    </>
  );
}

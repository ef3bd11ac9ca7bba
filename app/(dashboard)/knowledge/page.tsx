import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { SourceList } from "@/components/knowledge/source-list";
import { TryQuestion } from "@/components/knowledge/try-question";
import { Texts } from "@/components/shell/texts";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Knowledge"))("pageTitle") };
}

export default async function KnowledgePage() {
  await requireMember("/knowledge");
  const { knowledge } = createCaller(createContext(await headers()));
  const t = await getTranslations("Knowledge");
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("pageTitle")}</h1>
      <p className="mt-1.5 text-muted-foreground">{t("subtitle")}</p>
      <Texts of={["Knowledge"]}>
        <div className="mt-8 grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <SourceList initial={await knowledge.list()} />
          <div className="xl:sticky xl:top-8">
            <TryQuestion />
          </div>
        </div>
      </Texts>
    </>
  );
}

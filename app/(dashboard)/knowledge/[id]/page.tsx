import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { SourcePage } from "@/components/knowledge/source-page";
import { BackLink } from "@/components/shell/back-link";
import { Texts } from "@/components/shell/texts";
import { AppError } from "@/server/lib/errors";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Knowledge"))("pageTitle") };
}

type Params = { params: Promise<{ id: string }> };

export default async function KnowledgeSourcePage({ params }: Params) {
  const { id } = await params;
  if (!/^\d{1,9}$/.test(id)) notFound();
  await requireMember(`/knowledge/${id}`);
  const { knowledge } = createCaller(createContext(await headers()));
  const source = await knowledge.detail({ sourceId: Number(id) }).catch((error) => {
    if (error.cause instanceof AppError && error.cause.code === "not_found") notFound();
    throw error;
  });
  const t = await getTranslations("Knowledge");
  return (
    <>
      <BackLink href="/knowledge">{t("pageTitle")}</BackLink>
      <div className="mt-3">
        <Texts of={["Knowledge"]}>
          {/* Another version is another form. */}
          <SourcePage key={source.updatedAt} initial={source} />
        </Texts>
      </div>
    </>
  );
}

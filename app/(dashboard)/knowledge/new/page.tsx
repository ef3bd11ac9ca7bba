import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { SourceForm } from "@/components/knowledge/source-form";
import { BackLink } from "@/components/shell/back-link";
import { Texts } from "@/components/shell/texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Knowledge"))("add") };
}

type Search = { searchParams: Promise<{ kind?: string | string[]; question?: string | string[] }> };

export default async function NewSourcePage({ searchParams }: Search) {
  await requireMember("/knowledge/new");
  const { kind, question } = await searchParams;
  const t = await getTranslations("Knowledge");
  return (
    <>
      <BackLink href="/knowledge">{t("pageTitle")}</BackLink>
      <h1 className="mt-3 mb-6 text-2xl font-semibold tracking-[-0.02em]">{t("add")}</h1>
      <Texts of={["Knowledge"]}>
        <SourceForm
          kind={kind === "qa" ? "qa" : kind === "markdown" ? "markdown" : "text"}
          question={typeof question === "string" ? question.replace(/\s+/g, " ").slice(0, 500) : undefined}
        />
      </Texts>
    </>
  );
}

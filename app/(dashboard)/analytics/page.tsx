import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { AnalyticsPage } from "@/components/analytics/analytics-page";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";
import { analyticsInput } from "@/server/domain/analytics/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Analytics"))("title") };
}

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Search) {
  const session = await requireMember("/analytics");
  if (!memberPermissions(session).includes("analytics.view")) redirect("/inbox");
  const { from, to, days } = await searchParams;
  // An address that somebody mistyped shows the usual period.
  const input = analyticsInput.safeParse({ from, to, days: days === undefined ? undefined : Number(days) });
  return (
    <Texts of={["Analytics"]}>
      <AnalyticsPage input={input.success ? input.data : {}} />
    </Texts>
  );
}

import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { LeadsScreen } from "@/components/leads/leads-screen";
import { FillPage } from "@/components/shell/fill-page";
import { Texts } from "@/components/shell/texts";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Leads"))("title") };
}

type LeadsPageProps = { searchParams: Promise<{ lead?: string | string[] }> };

export default async function LeadsPage({ searchParams }: LeadsPageProps) {
  const { lead } = await searchParams;
  // A shared lead is still there after the login.
  await requireMember(typeof lead === "string" && /^\d+$/.test(lead) ? `/leads?lead=${lead}` : "/leads");
  const { leads } = createCaller(createContext(await headers()));
  return (
    <FillPage>
      <Texts of={["Leads"]}>
        <LeadsScreen desk={await leads.desk()} />
      </Texts>
    </FillPage>
  );
}

import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { ModelSettings } from "@/components/profile/model-settings";
import { Usage } from "@/components/profile/usage";
import { PageHead } from "@/components/settings/page-head";
import { Texts } from "@/components/shell/texts";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Profile"))("ai.title") };
}

export default async function ProfileAiPage() {
  await requireMember("/profile/ai");
  const { ai } = createCaller(createContext(await headers()));
  const t = await getTranslations("Profile.ai");
  const settings = await ai.settings();
  const usage = settings.mayViewUsage ? await ai.usage() : null;
  return (
    <>
      <PageHead title={t("title")} subtitle={t("subtitle")} />
      <Texts of={["Profile"]}>
        <div className="mt-6 space-y-5">
          <ModelSettings initial={settings} />
          {usage && <Usage initial={usage} editable={settings.editable} />}
        </div>
      </Texts>
    </>
  );
}

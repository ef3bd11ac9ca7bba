import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { BotCard } from "@/components/profile/bot-card";
import { ProfileForm } from "@/components/profile/profile-form";
import { PageHead } from "@/components/settings/page-head";
import { Texts } from "@/components/shell/texts";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Profile"))("title") };
}

export default async function ProfilePage() {
  await requireMember("/profile");
  const { account, bot } = createCaller(createContext(await headers()));
  const t = await getTranslations("Profile");
  const [profile, state] = await Promise.all([account.profile(), bot.state()]);
  return (
    <>
      <PageHead title={t("you")} subtitle={t("youHint")} />
      <Texts of={["Profile", "Shell", "Resources", "Providers"]}>
        <div className="mt-6 space-y-5">
          <ProfileForm initial={profile} />
          <BotCard initial={state} />
        </div>
      </Texts>
    </>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentSession } from "@/app/(dashboard)/require-member";
import { ProfileNav } from "@/components/profile/profile-nav";
import { Texts } from "@/components/shell/texts";

export default async function ProfileLayout({ children }: { children: ReactNode }) {
  // Each page sends a stranger to the login with its own way back.
  if (!(await currentSession())) return children;
  const t = await getTranslations("Profile");
  return (
    <>
      <p className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</p>
      <Texts of={["Profile"]}>
        <ProfileNav />
      </Texts>
      {children}
    </>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentSession } from "@/app/(dashboard)/require-member";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  // Each page sends a stranger to the login with its own way back.
  if (!session) return children;
  const t = await getTranslations("Settings");
  return (
    <>
      <p className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</p>
      <Texts of={["Settings"]}>
        <SettingsNav permissions={memberPermissions(session)} />
      </Texts>
      {children}
    </>
  );
}

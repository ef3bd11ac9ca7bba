import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { currentSession } from "@/app/(dashboard)/require-member";
import { ApplyPreferences } from "@/components/shell/apply-preferences";
import { DashboardShell } from "@/components/shell/dashboard-shell";
import { DataProvider } from "@/components/shell/data-provider";
import { SIDEBAR_COOKIE } from "@/components/shell/sidebar-cookie";
import { SiteProviders } from "@/components/shell/site-providers";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  // Each page sends a stranger to the login with its own way back.
  if (!session) return children;
  const { user, workspace, role } = session;
  const member = {
    user: { name: user.name, email: user.email, isDemo: user.isDemo },
    workspace,
    role,
    permissions: memberPermissions(session),
  };
  const narrow = (await cookies()).get(SIDEBAR_COOKIE)?.value === "narrow";
  return (
    <SiteProviders>
      <Texts of={["Shell", "Resources", "Errors"]}>
        <DataProvider>
          <ApplyPreferences userId={user.id} preferences={user.preferences} />
          <DashboardShell member={member} narrow={narrow}>
            {children}
          </DashboardShell>
        </DataProvider>
      </Texts>
    </SiteProviders>
  );
}

import type { ReactNode } from "react";
import { currentSession } from "@/app/(dashboard)/require-member";
import { DashboardShell } from "@/components/shell/dashboard-shell";
import { DataProvider } from "@/components/shell/data-provider";
import { SiteProviders } from "@/components/shell/site-providers";
import { Texts } from "@/components/shell/texts";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  // Each page sends a stranger to the login with its own way back.
  if (!session) return children;
  return (
    <SiteProviders>
      <Texts of={["Shell", "Resources", "Errors"]}>
        <DashboardShell session={session}>
          <DataProvider>{children}</DataProvider>
        </DashboardShell>
      </Texts>
    </SiteProviders>
  );
}

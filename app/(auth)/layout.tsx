import type { ReactNode } from "react";
import { SiteProviders } from "@/components/shell/site-providers";
import { Texts } from "@/components/shell/texts";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <SiteProviders>
      <Texts of={["Shell", "Login", "Account"]}>{children}</Texts>
    </SiteProviders>
  );
}

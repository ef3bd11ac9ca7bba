import type { ReactNode } from "react";
import "@/app/(simulator)/simulator.css";
import { SiteProviders } from "@/components/shell/site-providers";
import { Texts } from "@/components/shell/texts";

export default function SimulatorLayout({ children }: { children: ReactNode }) {
  return (
    <SiteProviders>
      <Texts of={["Shell", "Simulator"]}>{children}</Texts>
    </SiteProviders>
  );
}

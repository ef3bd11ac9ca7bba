"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { destinationsFor } from "@/components/shell/destinations";
import { NoticesBell } from "@/components/shell/notices-bell";
import { PaletteButton } from "@/components/shell/palette-button";
import { ProfileMenu } from "@/components/shell/profile-menu";
import { setSidebar } from "@/components/shell/set-sidebar";
import type { ShellMember } from "@/components/shell/shell-member";
import { SidebarLink } from "@/components/shell/sidebar-link";
import { WorkspaceSwitcher } from "@/components/shell/workspace-switcher";
import { Button } from "@/components/ui/button";

type SidebarProps = { member: ShellMember; startsNarrow: boolean };

/** The navigation at the left of a wide screen; folded it shows icons only, and stays so for a year. */
export function Sidebar({ member, startsNarrow }: SidebarProps) {
  const t = useTranslations("Shell");
  const [narrow, setNarrow] = useState(startsNarrow);
  const Icon = narrow ? PanelLeftOpen : PanelLeftClose;
  function fold() {
    setNarrow(!narrow);
    void setSidebar(!narrow);
  }
  return (
    <aside
      data-narrow={narrow || undefined}
      className="group sticky top-0 z-30 hidden h-dvh w-60 shrink-0 flex-col gap-1 border-r border-border/80 bg-sidebar p-3 data-narrow:w-16 md:flex"
    >
      <WorkspaceSwitcher member={member} narrow={narrow} />
      <div className={narrow ? "mt-2 flex flex-col items-center gap-1" : "mt-2 flex items-center gap-1"}>
        <PaletteButton wide={!narrow} />
        <NoticesBell />
      </div>
      <nav aria-label={t("navigation")} className="mt-2 flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {destinationsFor({ ...member, isDemo: member.user.isDemo }).map((destination) => (
          <SidebarLink key={destination.name} destination={destination} narrow={narrow} />
        ))}
      </nav>
      <Button
        variant="ghost"
        size="icon"
        aria-label={narrow ? t("unfold") : t("fold")}
        title={narrow ? t("unfold") : t("fold")}
        onClick={fold}
        className="mx-0.5"
      >
        <Icon aria-hidden />
      </Button>
      <ProfileMenu member={member} narrow={narrow} />
    </aside>
  );
}

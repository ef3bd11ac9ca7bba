"use client";

import { NoticesBell } from "@/components/shell/notices-bell";
import { PaletteButton } from "@/components/shell/palette-button";
import type { ShellMember } from "@/components/shell/shell-member";
import { WorkspaceSwitcher } from "@/components/shell/workspace-switcher";

/** The bar over a page on a phone. */
export function PhoneHeader({ member }: { member: ShellMember }) {
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b border-border/80 bg-background/90 px-3 backdrop-blur-md md:hidden">
      <div className="min-w-0 flex-1">
        <WorkspaceSwitcher member={member} narrow={false} />
      </div>
      <PaletteButton wide={false} />
      <NoticesBell />
    </header>
  );
}

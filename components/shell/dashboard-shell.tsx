import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PaletteProvider } from "@/components/shell/palette-provider";
import { PhoneBar } from "@/components/shell/phone-bar";
import { PhoneHeader } from "@/components/shell/phone-header";
import type { ShellMember } from "@/components/shell/shell-member";
import { Sidebar } from "@/components/shell/sidebar";
import { SkipLink } from "@/components/shell/skip-link";
import { Toaster } from "@/components/ui/toaster";

type DashboardShellProps = { member: ShellMember; narrow: boolean; children: ReactNode };

/**
 * The frame of every page behind the login: a sidebar, or on a phone a header and a bar at the bottom. A page is a
 * centred document unless it begins with FillPage; `--shell-top` and `--shell-bottom` tell what the frame takes of the
 * screen's height.
 */
export function DashboardShell({ member, narrow, children }: DashboardShellProps) {
  const t = useTranslations("Shell");
  return (
    <PaletteProvider member={member}>
      <div className="flex min-h-dvh flex-col [--shell-bottom:calc(3.75rem+env(safe-area-inset-bottom))] [--shell-top:3.5rem] md:flex-row md:[--shell-bottom:0px] md:[--shell-top:0px]">
        <SkipLink>{t("skip")}</SkipLink>
        <Sidebar member={member} startsNarrow={narrow} />
        <PhoneHeader member={member} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full min-w-0 max-w-6xl flex-1 scroll-mt-(--shell-top) px-4 pt-6 pb-10 outline-none has-[>[data-fill]]:max-w-none has-[>[data-fill]]:p-0 sm:px-6 md:py-10 lg:px-10"
        >
          {children}
        </main>
        <PhoneBar member={member} />
        <Toaster closeButton />
      </div>
    </PaletteProvider>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LogOutButton } from "@/components/shell/log-out-button";
import { NavLink } from "@/components/shell/nav-link";
import { TopBar } from "@/components/shell/top-bar";
import type { LiveSession } from "@/server/domain/sessions/live-session";

type DashboardShellProps = { session: LiveSession; children: ReactNode };

/** The frame of every page behind the login. */
export function DashboardShell({ session, children }: DashboardShellProps) {
  const t = useTranslations("Shell");
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        actions={
          <>
            <div className="mx-2 hidden min-w-0 text-right leading-tight md:block">
              <p className="max-w-48 truncate text-sm font-medium">{session.workspace.name}</p>
              <p className="max-w-48 truncate text-xs text-muted-foreground">
                {session.user.name} · {t("role", { role: session.role })}
              </p>
            </div>
            <LogOutButton />
          </>
        }
      >
        <nav
          aria-label={t("navigation")}
          className="flex gap-1 max-sm:absolute max-sm:inset-x-0 max-sm:top-16 max-sm:h-12 max-sm:items-center max-sm:border-b max-sm:border-border/70 max-sm:bg-background max-sm:px-2"
        >
          <NavLink href="/resources">{t("resources")}</NavLink>
          <NavLink href="/settings">{t("settings")}</NavLink>
          {session.user.isDemo && <NavLink href="/simulator">{t("simulator")}</NavLink>}
        </nav>
      </TopBar>
      <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-4 pt-20 pb-8 sm:px-6 sm:py-12">
        {children}
      </main>
    </div>
  );
}

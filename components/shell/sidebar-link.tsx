"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ApprovalsCount } from "@/components/shell/approvals-count";
import { type Destination, isWithin } from "@/components/shell/destinations";
import { WaitingCount } from "@/components/shell/waiting-count";

/** A page's link in the sidebar; folded, its name is a tooltip. */
export function SidebarLink({ destination, narrow }: { destination: Destination; narrow: boolean }) {
  const t = useTranslations("Shell");
  const { name, href, icon: Icon } = destination;
  const isHere = isWithin(usePathname(), href);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      title={narrow ? t(name) : undefined}
      className="relative flex h-9 shrink-0 items-center gap-3 rounded-lg px-3 text-sm font-medium text-muted-foreground transition-colors hover:bg-foreground/5 hover:text-foreground aria-[current]:bg-foreground/8 aria-[current]:text-foreground [&>svg]:size-4 [&>svg]:shrink-0"
    >
      <Icon aria-hidden />
      <span className={narrow ? "sr-only" : "truncate"}>{t(name)}</span>
      {name === "inbox" && <WaitingCount floating={narrow} />}
      {name === "approvals" && <ApprovalsCount floating={narrow} />}
    </Link>
  );
}

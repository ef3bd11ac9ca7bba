"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApprovalsCount } from "@/components/shell/approvals-count";
import { type Destination, destinationsFor, isWithin } from "@/components/shell/destinations";
import { ProfileMenu } from "@/components/shell/profile-menu";
import type { ShellMember } from "@/components/shell/shell-member";
import { WaitingCount } from "@/components/shell/waiting-count";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";

const inTheBar = 4;
const place =
  "relative flex min-w-0 flex-1 flex-col items-center justify-center gap-1 text-[11px] font-medium tracking-[-0.01em] text-muted-foreground aria-[current]:text-primary [&>svg]:size-5";

/** The navigation at the bottom of a phone: the first pages, the others and the account behind “More”. */
export function PhoneBar({ member }: { member: ShellMember }) {
  const t = useTranslations("Shell");
  const pathname = usePathname();
  const all = destinationsFor({ ...member, isDemo: member.user.isDemo });
  return (
    <nav
      aria-label={t("navigation")}
      className="sticky bottom-0 z-30 flex h-(--shell-bottom) shrink-0 border-t border-border/80 bg-background/95 pb-[env(safe-area-inset-bottom)] backdrop-blur-md md:hidden"
    >
      {all.slice(0, inTheBar).map(({ name, href, icon: Icon }) => (
        <Link
          key={name}
          href={href}
          aria-current={isWithin(pathname, href) ? "page" : undefined}
          className={place}
        >
          <Icon aria-hidden />
          <span className="max-w-full truncate px-0.5">{t(name)}</span>
          {name === "inbox" && <WaitingCount floating />}
          {name === "approvals" && <ApprovalsCount floating />}
        </Link>
      ))}
      <More member={member} destinations={all.slice(inTheBar)} key={pathname} />
    </nav>
  );
}

function More({ member, destinations }: { member: ShellMember; destinations: Destination[] }) {
  const t = useTranslations("Shell");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger className={place}>
        <Menu aria-hidden />
        <span className="max-w-full truncate px-0.5">{t("more")}</span>
      </DialogTrigger>
      <DialogContent
        title={t("more")}
        closeLabel={t("closeDialog")}
        className="top-auto bottom-0 left-0 w-full max-w-none translate-x-0 translate-y-0 rounded-b-none pb-[calc(1.5rem+env(safe-area-inset-bottom))]"
      >
        <ul className="mb-4 space-y-1">
          {destinations.map(({ name, href, icon: Icon }) => (
            <li key={name}>
              <Link
                href={href}
                onClick={() => setOpen(false)}
                className="flex h-11 items-center gap-3 rounded-lg px-2 text-sm font-medium hover:bg-muted [&>svg]:size-5 [&>svg]:text-muted-foreground"
              >
                <Icon aria-hidden />
                {t(name)}
              </Link>
            </li>
          ))}
        </ul>
        <ProfileMenu member={member} narrow={false} />
      </DialogContent>
    </Dialog>
  );
}

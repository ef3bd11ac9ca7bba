"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

const sections = [
  { name: "you", href: "/profile" },
  { name: "security", href: "/profile/security" },
  { name: "ai", href: "/profile/ai" },
] as const;

/** The sections of the profile. */
export function ProfileNav() {
  const t = useTranslations("Profile.nav");
  const here = usePathname();
  return (
    <nav
      aria-label={t("label")}
      className="-mx-4 mt-4 mb-7 flex gap-1 overflow-x-auto border-b border-border px-4 [scrollbar-width:none] sm:mx-0 sm:px-0"
    >
      {sections.map(({ name, href }) => (
        <Link
          key={name}
          href={href}
          aria-current={here === href ? "page" : undefined}
          className="-mb-px shrink-0 border-b-2 border-transparent px-3 py-2.5 text-sm font-medium text-muted-foreground transition-colors -outline-offset-2 hover:text-foreground aria-[current]:border-primary aria-[current]:text-foreground"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}

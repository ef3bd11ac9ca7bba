"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Permission } from "@/server/domain/workspaces/policy";

const sections: {
  name: "support" | "team" | "hub-roles" | "hub" | "intents" | "api-keys" | "audit" | "data";
  permission?: Permission;
}[] = [
  { name: "support" },
  { name: "team", permission: "team.view" },
  { name: "hub", permission: "hub.settings" },
  { name: "intents", permission: "hub.rules" },
  { name: "hub-roles", permission: "hub.rules" },
  { name: "api-keys", permission: "api-keys.manage" },
  { name: "audit", permission: "audit.view" },
  { name: "data", permission: "contacts.export" },
];

/** The sections of the settings that this member may see; a row that scrolls where it is narrow. */
export function SettingsNav({ permissions }: { permissions: Permission[] }) {
  const t = useTranslations("Settings.nav");
  const here = usePathname();
  const row = useRef<HTMLElement>(null);

  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>(`[href="${here}"]`);
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.clientWidth / 2;
  }, [here]);

  return (
    <nav
      ref={row}
      aria-label={t("label")}
      className="relative -mx-4 mt-4 mb-7 flex gap-1 overflow-x-auto border-b border-border px-4 [scrollbar-width:none] sm:mx-0 sm:px-0"
    >
      {sections
        .filter(({ permission }) => !permission || permissions.includes(permission))
        .map(({ name }) => {
          const href = name === "support" ? "/settings" : `/settings/${name}`;
          return (
            <Link
              key={name}
              href={href}
              aria-current={here === href ? "page" : undefined}
              className="-mb-px shrink-0 border-b-2 border-transparent px-3 py-2.5 text-sm font-medium text-muted-foreground transition-colors -outline-offset-2 hover:text-foreground aria-[current]:border-primary aria-[current]:text-foreground"
            >
              {t(name)}
            </Link>
          );
        })}
    </nav>
  );
}

"use client";

import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { MEMBER_ROLES, type TeamView } from "@/server/domain/workspaces/team/schema";

/** What each role may do, as the server's table has it. */
export function RolesTable({ permissions }: Pick<TeamView, "permissions">) {
  const t = useTranslations("Team");
  return (
    <Card aria-labelledby="roles" className="p-5 sm:p-6">
      <h2 id="roles" className="font-semibold tracking-tight">
        {t("roles")}
      </h2>
      <p className="mt-1 text-sm text-muted-foreground">{t("rolesHint")}</p>
      {/* Four columns do not fit a phone. */}
      <dl className="mt-4 divide-y divide-border text-sm lg:hidden">
        {permissions.map(({ permission, roles }) => (
          <div key={permission} className="py-2">
            <dt>{t(permissionKey(permission))}</dt>
            <dd className="mt-0.5 text-xs text-muted-foreground">
              {roles.map((role) => t("role", { role })).join(", ")}
            </dd>
          </div>
        ))}
      </dl>
      <table className="mt-4 w-full text-sm max-lg:hidden">
        <thead>
          <tr className="border-b border-border text-left">
            <th scope="col" className="py-2 pr-4 font-medium">
              {t("permissionHead")}
            </th>
            {MEMBER_ROLES.map((role) => (
              <th key={role} scope="col" className="w-28 px-2 py-2 text-center font-medium">
                {t("role", { role })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {permissions.map(({ permission, roles }) => (
            <tr key={permission}>
              <th scope="row" className="py-2 pr-4 text-left font-normal text-muted-foreground">
                {t(permissionKey(permission))}
              </th>
              {MEMBER_ROLES.map((role) => (
                <td key={role} className="px-2 py-2 text-center">
                  <Mark yes={roles.includes(role)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Mark({ yes }: { yes: boolean }) {
  const t = useTranslations("Team");
  const Icon = yes ? Check : Minus;
  return (
    <>
      <Icon aria-hidden className={`mx-auto size-4 ${yes ? "text-success" : "text-muted-foreground/60"}`} />
      <span className="sr-only">{yes ? t("allowed") : t("denied")}</span>
    </>
  );
}

/** The key of a permission's words; that each has some is tested. */
function permissionKey(permission: string): "permission.team.view" {
  return `permission.${permission}` as "permission.team.view";
}

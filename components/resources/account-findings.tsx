import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Trouble } from "@/components/resources/trouble";
import { useProviderWords } from "@/components/resources/use-provider-words";
import type { AccountFindings as Findings } from "@/server/domain/resources/schema";

/** What a live look found: each group with its rights, and what the owner should know. */
export function AccountFindings({ findings, provider }: { findings: Findings; provider: string }) {
  return (
    <div className="space-y-4">
      <GroupFindings groups={findings.groups} provider={provider} />
      {findings.warnings.map((warning) => (
        <Trouble key={warning.code} kind="warnings" trouble={warning} provider={provider} />
      ))}
    </div>
  );
}

/** Each managers' group with what is wrong with it and the fix; nothing where there are none. */
export function GroupFindings({ groups, provider }: { groups: Findings["groups"]; provider: string }) {
  const t = useTranslations("Resources.findings");
  const words = useProviderWords(provider);
  if (groups.length === 0) return null;
  return (
    <div>
      <p className="text-sm font-medium">{t("groups")}</p>
      <ul className="mt-2 divide-y divide-border rounded-xl border border-border">
        {groups.map(({ chatId, title, trouble }) => {
          const said = trouble && words.trouble("errors", trouble.code);
          const Icon = trouble ? CircleAlert : CircleCheck;
          return (
            <li key={chatId} className="flex gap-3 px-4 py-3 text-sm">
              <Icon
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${trouble ? "text-destructive" : "text-success"}`}
              />
              <div className="min-w-0">
                <p className="truncate font-medium" title={title ?? chatId}>
                  {title ?? chatId}
                </p>
                <p className="mt-0.5 leading-relaxed text-muted-foreground">
                  {said ? (
                    <>
                      <span className="text-foreground">{said.title}.</span> {said.fix}
                    </>
                  ) : (
                    t("groupOk")
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

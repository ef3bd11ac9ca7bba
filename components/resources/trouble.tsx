import { useTranslations } from "next-intl";
import { useProviderWords } from "@/components/resources/use-provider-words";
import { Alert } from "@/components/ui/alert";
import type { Trouble as TroubleOf } from "@/server/domain/resources/schema";

type TroubleProps = {
  kind: "errors" | "warnings";
  trouble: TroubleOf;
  /** Whose words come first; ours alone when it is left out. */
  provider?: string;
  live?: boolean;
};

/** What is wrong with a resource, in words, and what to do about it. */
export function Trouble({ kind, trouble, provider = "", live }: TroubleProps) {
  const t = useTranslations("Resources");
  const { title, fix } = useProviderWords(provider).trouble(kind, trouble.code);
  return (
    <Alert live={live} tone={kind === "errors" ? "destructive" : "warning"} title={title}>
      <p>{fix}</p>
      {trouble.detail && (
        <details className="mt-2">
          <summary className="w-fit rounded text-xs font-medium text-foreground">{t("detail")}</summary>
          <p className="mt-1 font-mono text-xs break-words whitespace-pre-line">{trouble.detail}</p>
        </details>
      )}
    </Alert>
  );
}

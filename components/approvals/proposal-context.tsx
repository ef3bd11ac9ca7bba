import { useTranslations } from "next-intl";

/** What scrolls must be reachable by the keyboard, though nothing in it is pressed. */
const byKeyboard = { tabIndex: 0 };

/** Why a message is proposed, in the proposer's words or values. */
export function ProposalContext({ context }: { context: unknown }) {
  const t = useTranslations("Approvals");
  if (context === null || context === undefined || context === "") return null;
  const isWords = typeof context === "string";
  return (
    <div className="mt-3 text-sm">
      <p className="font-medium text-muted-foreground">{t("context")}</p>
      {isWords ? (
        <p
          className="mt-0.5 max-h-40 overflow-y-auto rounded-md [overflow-wrap:anywhere] whitespace-pre-wrap"
          {...(context.length > 400 && byKeyboard)}
        >
          {context}
        </p>
      ) : (
        <pre className="mt-1 max-h-40 overflow-auto rounded-lg bg-muted/70 p-3 text-xs" {...byKeyboard}>
          {JSON.stringify(context, null, 2)}
        </pre>
      )}
    </div>
  );
}

import { Keyboard, MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** In place of a conversation while none is chosen. */
export function NothingChosen({ onHelp }: { onHelp: () => void }) {
  const t = useTranslations("Inbox");
  return (
    <div className="m-auto max-w-sm px-6 text-center">
      <MessagesSquare aria-hidden className="mx-auto size-10 text-muted-foreground/60" strokeWidth={1.5} />
      <h2 className="mt-4 font-medium">{t("choose")}</h2>
      <p className="mt-1.5 text-sm leading-relaxed text-muted-foreground">{t("chooseHint")}</p>
      <Button variant="outline" size="small" className="mt-5" onClick={onHelp}>
        <Keyboard aria-hidden />
        {t("shortcuts")}
      </Button>
    </div>
  );
}

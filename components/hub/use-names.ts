import { useTranslations } from "next-intl";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

/** How authors are called in the reader's language. */
export function useNames() {
  const t = useTranslations("Hub");
  return {
    author: ({ author, authorName }: Pick<HubMessageView, "author" | "authorName">) => {
      if (author === "assistant") return t("assistant");
      if (author === "system") return t("notice");
      return authorName || t(author === "member" ? "team" : "nobody");
    },
    /** What a message without words is. */
    kind: (type: string) =>
      t.has(`type_${type}` as "type_other") ? t(`type_${type}` as "type_other") : t("type_other"),
  };
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BacklogCard } from "@/components/intents/backlog-card";
import { PatternDialog } from "@/components/intents/pattern-dialog";
import { PatternRow } from "@/components/intents/pattern-row";
import { ReclassifyForm } from "@/components/intents/reclassify-form";
import { TryBox } from "@/components/intents/try-box";
import { PageHead } from "@/components/settings/page-head";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { AnalysisBacklog, PatternView } from "@/server/domain/intents/schema";

type IntentsScreenProps = {
  patterns: PatternView[];
  backlog: AnalysisBacklog;
  mayEdit: boolean;
  maySetBudget: boolean;
};

/** How messages are understood: the workspace's patterns, a try, what waits, and understanding a time anew. */
export function IntentsScreen({ patterns: initial, backlog, mayEdit, maySetBudget }: IntentsScreenProps) {
  const t = useTranslations("Intents");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [edited, setEdited] = useState<PatternView | "new" | null>(null);
  const { data: patterns } = useQuery({ ...trpc.intents.patterns.queryOptions(), initialData: initial });
  const refresh = () => client.invalidateQueries(trpc.intents.pathFilter());
  return (
    <div className="space-y-6">
      <PageHead title={t("title")} subtitle={t("subtitle")}>
        {mayEdit && (
          <Button onClick={() => setEdited("new")}>
            <Plus aria-hidden />
            {t("add")}
          </Button>
        )}
      </PageHead>
      <TryBox />
      <Card>
        <h2 className="px-5 pt-5 font-semibold tracking-tight sm:px-6">{t("patterns")}</h2>
        <p className="px-5 pt-1 text-sm leading-relaxed text-muted-foreground sm:px-6">{t("patternsHint")}</p>
        {patterns.length === 0 ? (
          <p className="p-5 text-sm text-muted-foreground sm:px-6">{t("noPatterns")}</p>
        ) : (
          <ul className="mt-3 divide-y divide-border border-t border-border">
            {patterns.map((pattern) => (
              <PatternRow
                key={pattern.id}
                pattern={pattern}
                mayEdit={mayEdit}
                edit={() => setEdited(pattern)}
                refresh={refresh}
              />
            ))}
          </ul>
        )}
      </Card>
      <BacklogCard initial={backlog} maySetBudget={maySetBudget} />
      {mayEdit && <ReclassifyForm refresh={refresh} />}
      <PatternDialog
        key={edited === "new" || edited === null ? "new" : edited.id}
        pattern={edited === "new" ? null : edited}
        open={edited !== null}
        close={() => setEdited(null)}
        refresh={refresh}
      />
    </div>
  );
}

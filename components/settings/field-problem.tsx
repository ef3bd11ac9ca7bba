import { useTranslations } from "next-intl";
import type { SettingsProblem } from "@/server/domain/workspaces/schema";

/** What is wrong with a field, in words; give the field `aria-describedby` with the same id. */
export function FieldProblem({ id, problem }: { id: string; problem: SettingsProblem | undefined }) {
  const t = useTranslations("Settings.problems");
  if (!problem) return null;
  return (
    <p id={id} className="text-sm text-destructive">
      {t(problem)}
    </p>
  );
}

import type { Workspace } from "@/prisma/generated/client";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { may } from "@/server/domain/workspaces/policy";
import { supportSettingsView } from "@/server/domain/workspaces/queries";
import {
  type FieldProblem,
  type SaveSupportSettingsResult,
  SETTINGS_PROBLEMS,
  type SupportSettings,
  saveSupportSettingsInput,
  supportSettings,
} from "@/server/domain/workspaces/schema";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Changes how the workspace serves its customers; from the next minute on all of it holds. What is wrong with the
 * input comes back by field. Throws `forbidden` (`settings_admins_only`) for managers.
 */
export async function saveSupportSettings(
  actor: MemberActor,
  input: unknown,
): Promise<SaveSupportSettingsResult> {
  if (!may(actor, "support.edit"))
    throw new AppError("forbidden", "settings_admins_only", "Only owners, admins and directors may do this.");
  const parsed = saveSupportSettingsInput.safeParse(input);
  if (!parsed.success) {
    const problems: FieldProblem[] = parsed.error.issues.map(({ path, message }) => ({
      path: path.join("."),
      problem: SETTINGS_PROBLEMS.find((known) => known === message) ?? "bad_input",
    }));
    return { ok: false, reason: "bad_input", problems };
  }
  const { locale, timeZone, settings } = parsed.data;
  const workspace = await transaction(async (tx) => {
    const before = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
    const after = await tx.workspace.update({
      where: { id: actor.workspaceId },
      data: { locale, timeZone, supportSettings: settings },
    });
    const changed = changedParts(before, parsed.data);
    if (changed.length > 0) await recordAudit(tx, actor, { action: "support.changed", details: { changed } });
    return after;
  });
  return { ok: true, saved: supportSettingsView(actor, workspace) };
}

/** Which parts of the settings are other than before. */
function changedParts(
  before: Pick<Workspace, "locale" | "timeZone" | "supportSettings">,
  after: { locale: string; timeZone: string; settings: SupportSettings },
): string[] {
  const stored = supportSettings.parse(before.supportSettings);
  const parts = (Object.keys(stored) as (keyof SupportSettings)[]).filter(
    (part) => JSON.stringify(stored[part]) !== JSON.stringify(after.settings[part]),
  );
  return [...(["locale", "timeZone"] as const).filter((part) => before[part] !== after[part]), ...parts];
}

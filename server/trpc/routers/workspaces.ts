import { z } from "zod";
import { dataSettingsOf } from "@/server/domain/workspaces/data-settings";
import { deleteWorkspace } from "@/server/domain/workspaces/delete-workspace";
import { openingPreview, supportSettingsOf } from "@/server/domain/workspaces/queries";
import { renameWorkspace } from "@/server/domain/workspaces/rename-workspace";
import { saveSupportSettings } from "@/server/domain/workspaces/save-support-settings";
import {
  deleteWorkspaceInput,
  renameWorkspaceInput,
  retentionInput,
} from "@/server/domain/workspaces/schema";
import { setRetention } from "@/server/domain/workspaces/set-retention";
import { memberProcedure, router } from "@/server/trpc/init";

export const workspacesRouter = router({
  supportSettings: memberProcedure.query(({ ctx }) => supportSettingsOf(ctx.actor)),
  /** `{timeZone, officeHours}` as they stand on the page → the next opening in words, by language, or null. */
  openingPreview: memberProcedure.input(z.unknown()).query(({ input }) => openingPreview(input)),
  /** The use case checks the input itself, so that every field's trouble comes back as a value. */
  saveSupportSettings: memberProcedure
    .input(z.unknown())
    .mutation(({ ctx, input }) => saveSupportSettings(ctx.actor, input)),
  dataSettings: memberProcedure.query(({ ctx }) => dataSettingsOf(ctx.actor)),
  rename: memberProcedure
    .input(renameWorkspaceInput)
    .mutation(({ ctx, input }) => renameWorkspace(ctx.actor, input)),
  setRetention: memberProcedure
    .input(retentionInput)
    .mutation(({ ctx, input }) => setRetention(ctx.actor, input)),
  delete: memberProcedure
    .input(deleteWorkspaceInput)
    .mutation(({ ctx, input }) => deleteWorkspace(ctx.actor, input)),
});

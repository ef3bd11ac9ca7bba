import { z } from "zod";
import { openingPreview, supportSettingsOf } from "@/server/domain/workspaces/queries";
import { saveSupportSettings } from "@/server/domain/workspaces/save-support-settings";
import { memberProcedure, router } from "@/server/trpc/init";

export const workspacesRouter = router({
  supportSettings: memberProcedure.query(({ ctx }) => supportSettingsOf(ctx.actor)),
  /** `{timeZone, officeHours}` as they stand on the page → the next opening in words, by language, or null. */
  openingPreview: memberProcedure.input(z.unknown()).query(({ input }) => openingPreview(input)),
  /** The use case checks the input itself, so that every field's trouble comes back as a value. */
  saveSupportSettings: memberProcedure
    .input(z.unknown())
    .mutation(({ ctx, input }) => saveSupportSettings(ctx.actor, input)),
});

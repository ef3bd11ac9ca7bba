import { deleteContact } from "@/server/domain/contacts/delete-contact";
import { searchContacts } from "@/server/domain/contacts/queries";
import { deleteContactInput, searchContactsInput } from "@/server/domain/contacts/schema";
import { memberProcedure, router } from "@/server/trpc/init";

export const contactsRouter = router({
  search: memberProcedure
    .input(searchContactsInput)
    .query(({ ctx, input }) => searchContacts(ctx.actor, input)),
  delete: memberProcedure
    .input(deleteContactInput)
    .mutation(({ ctx, input }) => deleteContact(ctx.actor, input)),
});

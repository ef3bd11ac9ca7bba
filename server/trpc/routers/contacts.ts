import { deleteContact } from "@/server/domain/contacts/delete-contact";
import { findPeople } from "@/server/domain/contacts/find-people";
import { mergeContacts } from "@/server/domain/contacts/merge-contacts";
import { searchContacts } from "@/server/domain/contacts/queries";
import {
  contactIdInput,
  deleteContactInput,
  mergeContactsInput,
  searchContactsInput,
} from "@/server/domain/contacts/schema";
import { separateContact } from "@/server/domain/contacts/separate-contact";
import { memberProcedure, router } from "@/server/trpc/init";

export const contactsRouter = router({
  search: memberProcedure
    .input(searchContactsInput)
    .query(({ ctx, input }) => searchContacts(ctx.actor, input)),
  delete: memberProcedure
    .input(deleteContactInput)
    .mutation(({ ctx, input }) => deleteContact(ctx.actor, input)),
  find: memberProcedure.input(searchContactsInput).query(({ ctx, input }) => findPeople(ctx.actor, input)),
  merge: memberProcedure
    .input(mergeContactsInput)
    .mutation(({ ctx, input }) => mergeContacts(ctx.actor, input)),
  separate: memberProcedure
    .input(contactIdInput)
    .mutation(({ ctx, input }) => separateContact(ctx.actor, input)),
});

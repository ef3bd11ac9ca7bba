import { attendForm, commentForm } from "./attend-forms";
import { createForm } from "./create-form";
import { editForm } from "./edit-form";
import type { Form } from "./form";
import { inviteListForm } from "./invite-list-form";
import { addInviteeForm, editPersonForm } from "./invitee-forms";
import { searchForm } from "./search-form";
import { timeForm } from "./time-form";

const all: Form[] = [
  createForm,
  editForm,
  timeForm,
  addInviteeForm,
  inviteListForm,
  editPersonForm,
  searchForm,
  attendForm,
  commentForm,
];

/** The form of this name; null for one that this release does not know. */
export function formNamed(name: string): Form | null {
  return all.find((form) => form.name === name) ?? null;
}

import { rateLimit } from "@/server/auth/rate-limit";
import { addInvitee } from "@/server/domain/meetings/add-invitee";
import { addInviteeList } from "@/server/domain/meetings/add-invitee-list";
import { cancelMeeting } from "@/server/domain/meetings/cancel-meeting";
import { changeInvitee } from "@/server/domain/meetings/change-invitee";
import { changeMeeting } from "@/server/domain/meetings/change-meeting";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { getMeeting } from "@/server/domain/meetings/get-meeting";
import { listInvitees } from "@/server/domain/meetings/list-invitees";
import { listMeetings } from "@/server/domain/meetings/list-meetings";
import { listPeople } from "@/server/domain/meetings/list-people";
import { meetingEvents } from "@/server/domain/meetings/meeting-events";
import { meetingOptions } from "@/server/domain/meetings/meeting-options";
import { moveMeeting } from "@/server/domain/meetings/move-meeting";
import { recordAttendance } from "@/server/domain/meetings/record-attendance";
import { removeInvitee } from "@/server/domain/meetings/remove-invitee";
import { removePerson } from "@/server/domain/meetings/remove-person";
import { savePerson } from "@/server/domain/meetings/save-person";
import {
  addInviteeInput,
  addInviteeListInput,
  cancelMeetingInput,
  changeInviteeInput,
  changeMeetingInput,
  createMeetingInput,
  inviteeInput,
  listInviteesInput,
  listMeetingsInput,
  listPeopleInput,
  meetingInput,
  moveMeetingInput,
  personInput,
  recordAttendanceInput,
  savePersonInput,
  saveTextInput,
} from "@/server/domain/meetings/schema";
import { listTexts } from "@/server/domain/meetings/texts/list-texts";
import { saveText } from "@/server/domain/meetings/texts/save-text";
import { memberProcedure, router } from "@/server/trpc/init";
import { stillMember } from "@/server/trpc/still-member";

export const meetingsRouter = router({
  list: memberProcedure.input(listMeetingsInput).query(({ ctx, input }) => listMeetings(ctx.actor, input)),
  get: memberProcedure.input(meetingInput).query(({ ctx, input }) => getMeeting(ctx.actor, input)),
  options: memberProcedure.query(({ ctx }) => meetingOptions(ctx.actor)),
  create: memberProcedure.input(createMeetingInput).mutation(async ({ ctx, input }) => {
    await rateLimit("meeting", ctx.actor.userId);
    return createMeeting(ctx.actor, input);
  }),
  change: memberProcedure
    .input(changeMeetingInput)
    .mutation(({ ctx, input }) => changeMeeting(ctx.actor, input)),
  move: memberProcedure.input(moveMeetingInput).mutation(({ ctx, input }) => moveMeeting(ctx.actor, input)),
  cancel: memberProcedure
    .input(cancelMeetingInput)
    .mutation(({ ctx, input }) => cancelMeeting(ctx.actor, input)),
  invitees: memberProcedure
    .input(listInviteesInput)
    .query(({ ctx, input }) => listInvitees(ctx.actor, input)),
  addInvitee: memberProcedure
    .input(addInviteeInput)
    .mutation(({ ctx, input }) => addInvitee(ctx.actor, input)),
  addInvitees: memberProcedure
    .input(addInviteeListInput)
    .mutation(({ ctx, input }) => addInviteeList(ctx.actor, input)),
  changeInvitee: memberProcedure
    .input(changeInviteeInput)
    .mutation(({ ctx, input }) => changeInvitee(ctx.actor, input)),
  removeInvitee: memberProcedure
    .input(inviteeInput)
    .mutation(({ ctx, input }) => removeInvitee(ctx.actor, input)),
  recordAttendance: memberProcedure
    .input(recordAttendanceInput)
    .mutation(({ ctx, input }) => recordAttendance(ctx.actor, input)),
  people: memberProcedure.input(listPeopleInput).query(({ ctx, input }) => listPeople(ctx.actor, input)),
  savePerson: memberProcedure
    .input(savePersonInput)
    .mutation(({ ctx, input }) => savePerson(ctx.actor, input)),
  removePerson: memberProcedure
    .input(personInput)
    .mutation(({ ctx, input }) => removePerson(ctx.actor, input)),
  texts: memberProcedure.query(({ ctx }) => listTexts(ctx.actor)),
  saveText: memberProcedure.input(saveTextInput).mutation(({ ctx, input }) => saveText(ctx.actor, input)),
  events: memberProcedure.subscription(({ ctx, signal }) =>
    meetingEvents(ctx.actor, {
      check: stillMember(ctx.headers, ctx.actor),
      signal: signal ?? new AbortController().signal,
    }),
  ),
});

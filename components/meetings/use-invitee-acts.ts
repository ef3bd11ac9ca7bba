import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useTRPC } from "@/components/shell/trpc";
import type { MeetingRefusal } from "@/server/domain/meetings/schema";

/** Noting answers, changing and removing invitees: told when it fails, shown anew when it is done. */
export function useInviteeActs() {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() });
  const onError = () => void toast.error(t("changeFailed"));
  const onSuccess = (result: { ok: true } | MeetingRefusal) => {
    if (!result.ok) toast.error(words.refusal(result));
  };
  return {
    record: useMutation(trpc.meetings.recordAttendance.mutationOptions({ onSuccess, onError, onSettled })),
    change: useMutation(trpc.meetings.changeInvitee.mutationOptions({ onSuccess, onError, onSettled })),
    remove: useMutation(
      trpc.meetings.removeInvitee.mutationOptions({
        onSuccess: () => void toast.success(t("inviteeRemoved")),
        onError,
        onSettled,
      }),
    ),
  };
}

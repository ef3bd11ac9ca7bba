import type { MeetingRefusal } from "@/server/domain/meetings/schema";
import { say, type Turn } from "./turn";

/** Why nothing came of it, in words that say what to do. */
export function refusalWords(turn: Turn, { reason, detail = "" }: MeetingRefusal): string {
  switch (reason) {
    case "past":
      return say(turn, "refusedPast");
    case "not_planned":
      return say(turn, "refusedNotPlanned");
    case "closed_for_answers":
      return say(turn, "refusedClosed");
    case "bad_cron":
      return say(turn, "repeatBad", { text: detail });
    case "link_and_account":
      return say(turn, "refusedLink");
    case "no_call_account":
      return say(turn, "refusedNoAccount");
    case "call_failed":
      return say(turn, "refusedCall", { detail });
    case "address_missing":
      return say(turn, "refusedAddress");
    case "already_invited":
      return say(turn, "refusedInvited");
    case "address_taken":
      return say(turn, "refusedTaken");
  }
}

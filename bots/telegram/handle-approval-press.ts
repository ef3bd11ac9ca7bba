import type { UpdateContext } from "@/bots/telegram/update-context";
import type { Contact } from "@/prisma/generated/client";
import { decide } from "@/server/domain/approvals/decide";
import { linkedMember } from "@/server/domain/workspaces/team/linked-member";
import { AppError } from "@/server/lib/errors";
import { localeFor, type PhraseKey, type PhraseValues, phrase } from "@/server/lib/phrases";

/** With what stood in the post that it is pressed under. */
const form = /^(batch-)?(approve|reject):(\d{1,9})(?::(\w{12}))?$/;

/** Whether a button is one of a proposal's post. */
export function isApprovalPress(data: string): boolean {
  return form.test(data);
}

/** Decides on a proposal for a linked member who pressed its button; returns what they are told (up to 200 characters). */
export async function handleApprovalPress(
  { resource }: UpdateContext,
  data: string,
  contact: Contact,
): Promise<string> {
  const locale = localeFor(resource.workspace.locale);
  return phrase(locale, ...(await carryOut(resource.workspaceId, data, contact))).slice(0, 200);
}

async function carryOut(
  workspaceId: number,
  data: string,
  contact: Contact,
): Promise<[PhraseKey, PhraseValues?]> {
  const [, batch, verdict, number, fingerprint = ""] = form.exec(data) ?? [];
  const member = await linkedMember(workspaceId, contact);
  if (!member) return ["Managers.pressLink"];
  const id = Number(number);
  try {
    const { decided, skipped } = await decide(member, {
      what: batch ? { batchId: id } : { approvalIds: [id] },
      verdict: verdict === "approve" ? "approve" : "reject",
      fingerprint,
    });
    if (decided.length > 0)
      return [
        verdict === "approve" ? "Managers.pressApproved" : "Managers.pressRejected",
        { count: decided.length },
      ];
    const [first] = skipped;
    if (first?.why === "own") return ["Managers.pressOwn"];
    if (first?.why === "changed")
      return batch ? ["Managers.pressBatchChanged"] : ["Managers.pressChanged", { text: first.text }];
    if (first?.why === "decided")
      return ["Managers.pressDecided", { status: first.status, by: first.decidedBy ?? "AssistChat" }];
    return ["Managers.pressExpired"];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code === "forbidden" ? "Managers.pressRole" : "Managers.pressUnknown"];
  }
}

import type { Prisma } from "@/prisma/generated/client";
import { fingerprintOf } from "@/server/domain/approvals/fingerprint-of";
import { chatTitle } from "@/server/domain/messages/hub/hub-message-view";
import type { Tx } from "@/server/lib/db";
import { type Locale, localeFor, phrase } from "@/server/lib/phrases";
import type { OutgoingMessage } from "@/server/providers/provider";

const chatSelect = {
  include: { contact: { select: { firstName: true, lastName: true, username: true, externalId: true } } },
} as const;
const include = {
  chat: chatSelect,
  workspace: { select: { locale: true } },
  batch: {
    include: {
      approvals: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          status: true,
          text: true,
          proposedText: true,
          decidedByName: true,
          chat: chatSelect,
        },
      },
    },
  },
} satisfies Prisma.ApprovalInclude;
type Posted = Prisma.ApprovalGetPayload<{ include: typeof include }>;

/** The post and the words about it fit one message at Telegram. */
const longestShown = 3000;
const examples = 3;
const longestExample = 300;

/** Everything a proposal's post tells of. */
export async function readPosted(tx: Tx, approvalId: number): Promise<Posted> {
  return tx.approval.findUniqueOrThrow({ where: { id: approvalId }, include });
}

/** A proposal, or the batch whose first it is, as the managers' group sees it now; with buttons while it waits. */
export function proposalMessage(posted: Posted): OutgoingMessage {
  const locale = localeFor(posted.workspace.locale);
  return posted.batch ? batchMessage(locale, posted, posted.batch) : singleMessage(locale, posted);
}

function singleMessage(locale: Locale, posted: Posted): OutgoingMessage {
  const { id, status, text, context, sourceName, chat } = posted;
  const title = phrase(locale, "Managers.proposal", { chat: chatTitle(chat) });
  const lines = [
    title,
    phrase(locale, "Managers.proposedBy", { name: sourceName }),
    typeof context === "string" && phrase(locale, "Managers.proposalWhy", { context: cut(context, 500) }),
    "",
    cut(text, longestShown),
    ...(status === "pending" ? [] : ["", standing(locale, posted)]),
  ].filter((line) => typeof line === "string");
  return {
    text: lines.join("\n"),
    entities: [{ type: "bold", offset: 0, length: title.length }],
    silent: true,
    ...(status === "pending" && { buttons: buttons(locale, "", id, fingerprintOf([posted])) }),
  };
}

function batchMessage(
  locale: Locale,
  { sourceName }: Posted,
  { id, name, approvals }: NonNullable<Posted["batch"]>,
): OutgoingMessage {
  const title = phrase(locale, "Managers.proposalBatch", { name, count: approvals.length });
  const waiting = approvals.filter(({ status }) => status === "pending").length;
  const rejected = approvals.filter(({ status }) => status === "rejected").length;
  const expired = approvals.filter(({ status }) => status === "expired").length;
  const approved = approvals.length - waiting - rejected - expired;
  const by = [...new Set(approvals.flatMap(({ decidedByName }) => decidedByName ?? []))].join(", ");
  const lines = [
    title,
    phrase(locale, "Managers.proposedBy", { name: sourceName }),
    "",
    ...approvals
      // What was edited is read first.
      .toSorted((a, b) => Number(b.proposedText !== null) - Number(a.proposedText !== null))
      .slice(0, examples)
      .map(({ chat, text, proposedText }) => {
        const mark = proposedText === null ? "•" : "✏️";
        return `${mark} ${chatTitle(chat)}: ${cut(text, longestExample)}`;
      }),
    ...(approvals.length > examples ? ["…"] : []),
    ...(waiting === approvals.length
      ? []
      : [
          "",
          phrase(locale, "Managers.batchStands", { waiting, approved, rejected, expired, by: by || "—" }),
        ]),
  ];
  return {
    text: lines.join("\n"),
    entities: [{ type: "bold", offset: 0, length: title.length }],
    silent: true,
    ...(waiting > 0 && { buttons: buttons(locale, "batch-", id, fingerprintOf(approvals)) }),
  };
}

function standing(locale: Locale, { status, decidedByName, reason }: Posted): string {
  const by = decidedByName ?? "AssistChat";
  if (status === "expired") return phrase(locale, "Managers.proposalExpired");
  if (status === "rejected") {
    return reason
      ? phrase(locale, "Managers.proposalRejectedWhy", { by, reason })
      : phrase(locale, "Managers.proposalRejected", { by });
  }
  const approved = phrase(locale, "Managers.proposalApproved", { by });
  return status === "failed" ? `${approved}\n⚠️ ${reason ?? ""}` : approved;
}

/** A press says what was read: 64 bytes are enough for it. */
function buttons(
  locale: Locale,
  prefix: "" | "batch-",
  id: number,
  fingerprint: string,
): OutgoingMessage["buttons"] {
  return [
    [
      { label: phrase(locale, "Managers.approve"), data: `${prefix}approve:${id}:${fingerprint}` },
      { label: phrase(locale, "Managers.reject"), data: `${prefix}reject:${id}` },
    ],
  ];
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

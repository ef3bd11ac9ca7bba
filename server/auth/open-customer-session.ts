import { z } from "zod";
import type { Resource } from "@/prisma/generated/client";
import { checkInitData } from "@/server/auth/check-init-data";
import { issueCustomerToken } from "@/server/auth/customer-token";
import { noteLeadSource } from "@/server/domain/contacts/note-lead-source";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import type { CustomerSessionView } from "@/server/domain/conversations/schema";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { unseal } from "@/server/lib/crypto";
import { db, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Mini Apps with initData are Telegram's. */
const provider = "telegram";
const maxAgeSeconds = 24 * 60 * 60;

const credentialsSchema = z.object({ token: z.string() });

// Telegram's WebAppUser; ids need up to 52 bits, so a JSON number holds them.
const userSchema = z.object({
  id: z.number().int().positive(),
  is_bot: z.boolean().optional(),
  first_name: z.string().default(""),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

export type OpenCustomerSessionInput = { initData: string; resourceId?: number };

/**
 * The gate of the Mini App: checks initData against the bot's own token and opens a session for the person it names.
 * Throws `unauthenticated` (`init_data_invalid`, `init_data_expired`) or `forbidden` (`resource_unknown`,
 * `resource_required`, `resource_paused`).
 */
export async function openCustomerSession(input: OpenCustomerSessionInput): Promise<CustomerSessionView> {
  const resource = await findResource(input.resourceId);
  const { user, startParam } = provenVisit(input.initData, resource);
  const actor = await rememberPerson(resource, user, startParam);
  const open = await db.conversation.findFirst({
    where: { ...scope(actor), state: { not: "closed" } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return { ...issueCustomerToken(actor), conversationId: open?.id ?? null };
}

async function findResource(id: number | undefined): Promise<Resource> {
  if (id !== undefined) {
    const resource = await db.resource.findFirst({ where: { id, provider } });
    if (!resource)
      throw new AppError(
        "forbidden",
        "resource_unknown",
        "There is no such bot here. Open the chat from the bot again.",
      );
    if (resource.state === "paused") {
      throw new AppError(
        "forbidden",
        "resource_paused",
        "This bot is paused by its owner. Please try again later.",
      );
    }
    return resource;
  }
  // A bot in `error` still serves the Mini App; only a pause is the owner's wish.
  const candidates = await db.resource.findMany({ where: { provider, state: { not: "paused" } }, take: 20 });
  const active = candidates.filter(({ state }) => state === "active");
  const [only, ...others] = active.length > 0 ? active : candidates;
  if (!only) throw new AppError("forbidden", "resource_unknown", "No bot is connected here yet.");
  if (others.length > 0) {
    throw new AppError(
      "forbidden",
      "resource_required",
      "Several bots live here; open the chat from the bot's own button.",
    );
  }
  return only;
}

/** Who opened the Mini App, and the start parameter of the link they came by. */
function provenVisit(
  initData: string,
  resource: Resource,
): { user: z.infer<typeof userSchema>; startParam: string | undefined } {
  const { token } = credentialsSchema.parse(
    JSON.parse(unseal(resource.credentials, `${resource.workspaceId}:${resource.id}`)),
  );
  const verdict = checkInitData(initData, { scheme: "bot", token }, { now: clock.now(), maxAgeSeconds });
  if (!verdict.ok && verdict.fault === "expired") {
    throw new AppError(
      "unauthenticated",
      "init_data_expired",
      "This page was opened more than a day ago. Open the chat from the bot again.",
    );
  }
  const user = verdict.ok ? userSchema.safeParse(parseJson(verdict.fields.get("user"))) : undefined;
  if (!user?.success || user.data.is_bot) {
    throw new AppError(
      "unauthenticated",
      "init_data_invalid",
      "The data is not signed for this bot. Open the chat from the bot again.",
    );
  }
  return { user: user.data, startParam: verdict.ok ? verdict.fields.get("start_param") : undefined };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

async function rememberPerson(
  resource: Resource,
  user: z.infer<typeof userSchema>,
  startParam: string | undefined,
): Promise<CustomerActor> {
  const { workspaceId } = resource;
  const externalId = String(user.id);
  const now = clock.now();
  const seen = {
    firstName: user.first_name,
    lastName: user.last_name ?? null,
    username: user.username ?? null,
    ...(user.language_code && { languageCode: user.language_code }),
    lastSeenAt: now,
  };
  const contact = await transaction(async (tx) => {
    const person = await tx.contact.upsert({
      where: { workspaceId_provider_externalId: { workspaceId, provider, externalId } },
      create: { workspaceId, provider, externalId, firstSeenAt: now, ...seen },
      update: seen,
    });
    // A private chat has its person's id: https://core.telegram.org/bots/api#chat
    await tx.chat.upsert({
      where: { resourceId_externalId: { resourceId: resource.id, externalId } },
      create: { workspaceId, resourceId: resource.id, externalId, type: "private", contactId: person.id },
      update: { contactId: person.id },
    });
    await noteLeadSource(person.id, startParam, tx);
    // Only of someone who is seen for the first time both are this moment.
    if (person.firstSeenAt.getTime() === now.getTime()) await applyRoleRules(tx, workspaceId, [person.id]);
    return person;
  });
  return { kind: "customer", workspaceId, resourceId: resource.id, contactId: contact.id };
}

function scope({ workspaceId, resourceId, contactId }: CustomerActor) {
  return { workspaceId, resourceId, contactId };
}

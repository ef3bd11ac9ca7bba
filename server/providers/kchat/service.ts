import { env } from "@/server/lib/env";
import { callKchat, kchatApiRoot } from "@/server/providers/kchat/call-kchat";
import { fromChatId, type KchatPlace, toChatId } from "@/server/providers/kchat/chat-id";
import { checkEcho } from "@/server/providers/kchat/check-echo";
import { asNumber } from "@/server/providers/kchat/parse-json";
import { planTexts } from "@/server/providers/kchat/plan-texts";
import {
  type KchatCredentials,
  type KchatSettings,
  kchatCredentials,
  kchatSettings,
} from "@/server/providers/kchat/schema";
import { clientRandomId, ownIdIn, readGroupStates, readSent } from "@/server/providers/kchat/transform";
import type {
  AccountTrouble,
  HealthFinding,
  OutgoingMessage,
  ProbeResult,
  Provider,
  SendFailure,
  SendResult,
  World,
} from "@/server/providers/provider";

type Door = { credentials: KchatCredentials; world: World; place: KchatPlace };

const troubles: Partial<Record<SendFailure["kind"], AccountTrouble>> = {
  unauthorised: "token_invalid",
  no_rights: "rights_missing",
  address_refused: "address_refused",
  retry: "unreachable",
};

/** Does the token let us in, and as which bot? */
async function probe(credentials: KchatCredentials, world: World): Promise<ProbeResult> {
  const answer = await callKchat(credentials, world, "/botapi/v1/groups/getAllUserGroupStates");
  if (!answer.ok) {
    const field = { unauthorised: "token", address_refused: "apiBaseUrl" }[answer.kind as string];
    return {
      ok: false,
      code: troubles[answer.kind] ?? "refused",
      detail: answer.detail,
      ...(field && { field }),
    };
  }
  const id = ownIdIn(readGroupStates(answer.value));
  if (!id) return { ok: false, code: "refused", detail: "KChat did not tell the bot's own number." };
  return { ok: true, account: { id, name: `KChat ${id}` }, warnings: [], groups: [] };
}

/** Does the token work, and does whoever listens for the bot now answer in the group that is meant for it? */
async function health(
  credentials: KchatCredentials,
  world: World,
  settings: KchatSettings,
): Promise<HealthFinding[]> {
  const probed = await probe(credentials, world);
  const account: HealthFinding = {
    code: "account",
    ok: probed.ok,
    detail: probed.ok ? probed.account.name : probed.detail,
  };
  const { healthCheckGroupId: group, kchatWorkspaceIds } = settings;
  const place = fromChatId(group.includes(":") ? group : toChatId(kchatWorkspaceIds[0] ?? "-1", group));
  if (!probed.ok || !place) return [account];
  const timeoutMs = env.HEALTH_CHECK_TIMEOUT * 1000;
  const echo = await checkEcho({ credentials, settings, world }, place, timeoutMs);
  return [account, { code: "echo", ok: echo.ok, detail: echo.ok ? `${echo.ms} ms` : echo.detail }];
}

async function sendMessage(
  { credentials, world, place }: Door,
  message: OutgoingMessage,
  key: string,
  alreadySent: string[] = [],
): Promise<SendResult> {
  const externalIds = [...alreadySent];
  for (const [index, piece] of planTexts(message).entries()) {
    if (index < alreadySent.length) continue;
    const answer = await callKchat(credentials, world, pathTo("sendTextMessage", place), {
      clientRandomId: clientRandomId(`${key}:${index}`),
      message: piece.text,
      ...(index === 0 && message.replyToExternalId && { replyMsgId: asNumber(message.replyToExternalId) }),
      ...(piece.buttonsMarkup && { buttonsMarkup: piece.buttonsMarkup }),
    });
    if (!answer.ok) return externalIds.length > 0 ? { ...answer, alreadySent: externalIds } : answer;
    const id = readSent(answer.value);
    if (!id) return { ok: false, kind: "refused", detail: "KChat did not say which message was sent." };
    externalIds.push(id);
  }
  return { ok: true, externalIds };
}

/** Follows an edit; what no longer fits into one message comes as further ones. */
async function editMessage(
  door: Door,
  externalId: string,
  message: OutgoingMessage,
  key: string,
): Promise<SendResult> {
  const { credentials, world, place } = door;
  const [first, ...others] = planTexts(message);
  if (!first) return { ok: true, externalIds: [] };
  const path = `${pathTo("updateTextMessage", place)}/${externalId}`;
  const answer = await callKchat(credentials, world, path, {
    message: first.text,
    ...(first.buttonsMarkup && { buttonsMarkup: first.buttonsMarkup }),
  });
  if (!answer.ok) return answer.kind === "chat_gone" ? { ...answer, kind: "refused" } : answer;
  const externalIds: string[] = [];
  for (const [index, piece] of others.entries()) {
    const sent = await sendMessage(door, { text: piece.text }, `${key}:rest:${index}`);
    if (!sent.ok) return sent;
    externalIds.push(...sent.externalIds);
  }
  return { ok: true, externalIds };
}

function pathTo(method: string, { workspaceId, groupId }: KchatPlace): string {
  return `/botapi/v1/messages/${method}/${workspaceId}/${groupId}`;
}

const noTopics: SendFailure = { ok: false, kind: "refused", detail: "KChat has no such thing." };

/** KChat bots, and those of other installations of its platform. */
export const kchat: Provider<KchatCredentials, KchatSettings> = {
  slug: "kchat",
  credentialsSchema: kchatCredentials,
  settingsSchema: kchatSettings,
  apiRoots: {
    service: kchatApiRoot,
    simulator: (simulatorUrl) => `${simulatorUrl}/kchat`,
    override: ({ apiBaseUrl }) => (apiBaseUrl ? { apiRoot: apiBaseUrl, isTyped: true } : undefined),
  },
  probe,
  health,
  channel: {
    lacks: ["topics", "files", "reactions", "mini_app"],
    // KChat takes about 60 a minute; the rest is the listener's.
    pace: { perMinute: 45, burst: 10 },
    async act(credentials, world, { chatId }, wanted, _openFile, key) {
      const place = fromChatId(chatId);
      if (!place) return { ok: false, kind: "refused", detail: `“${chatId}” is no chat of KChat's.` };
      const door = { credentials, world, place };
      if (wanted.type === "message") return sendMessage(door, wanted.message, key, wanted.alreadySent);
      if (wanted.type === "edit") return editMessage(door, wanted.externalId, wanted.message, key);
      return noTopics;
    },
    createTopic: async () => noTopics,
    async showTyping(credentials, world, { chatId }) {
      const place = fromChatId(chatId);
      if (!place) return;
      const body = { groupId: asNumber(place.groupId) };
      await callKchat(credentials, world, `/botapi/v1/messages/typing/${place.workspaceId}`, body);
    },
    // A pressed button is a message there and waits for nothing.
    answerButton: async () => undefined,
  },
};

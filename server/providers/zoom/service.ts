import type { MeetingFailure, ProviderMeeting } from "@/server/providers/meetings";
import type { AccountTrouble, ProbeResult, Provider, World } from "@/server/providers/provider";
import { callZoom, zoomApiRoot, zoomToken } from "@/server/providers/zoom/call-zoom";
import {
  type ZoomCredentials,
  type ZoomSettings,
  zoomCredentials,
  zoomSettings,
} from "@/server/providers/zoom/schema";
import {
  fromZoomMeeting,
  meetingsPage,
  missingScopes,
  toZoomMeeting,
  userAnswer,
} from "@/server/providers/zoom/transform";

/** Zoom gives at most 300 a page; more pages than this no account of people has. */
const mostPages = 10;

const troubles: Record<MeetingFailure["kind"], AccountTrouble> = {
  unauthorised: "token_invalid",
  no_rights: "rights_missing",
  limited: "account_limited",
  gone: "refused",
  refused: "refused",
  retry: "unreachable",
};

/** Does the app let us in, as whom, and with every scope that meetings need? */
async function probe(credentials: ZoomCredentials, world: World): Promise<ProbeResult> {
  const failed = ({ kind, detail }: MeetingFailure): ProbeResult => ({
    ok: false,
    code: troubles[kind],
    detail,
    ...(kind === "unauthorised" && { field: "clientSecret" }),
  });
  const token = await zoomToken(credentials, world);
  if (!token.ok) return failed(token);
  const missing = missingScopes(token.value.scope);
  if (missing.length > 0) return { ok: false, code: "rights_missing", detail: missing.join(", ") };
  const answer = await callZoom(credentials, world, { method: "GET", path: "/users/me" });
  if (!answer.ok) return failed(answer);
  const user = userAnswer.parse(answer.value);
  const name = user.display_name ?? [user.first_name, user.last_name].filter(Boolean).join(" ");
  return {
    ok: true,
    account: { id: user.account_id ?? credentials.accountId, name: name || user.email || "Zoom" },
    warnings: [],
    groups: [],
  };
}

/** Zoom meetings by a server-to-server OAuth app, hosted by the app's owner: https://developers.zoom.us/docs/api/meetings/. */
export const zoom: Provider<ZoomCredentials, ZoomSettings> = {
  slug: "zoom",
  credentialsSchema: zoomCredentials,
  settingsSchema: zoomSettings,
  apiRoots: { service: zoomApiRoot, simulator: (simulatorUrl) => `${simulatorUrl}/zoom/v2` },
  probe,
  meetings: {
    async create(credentials, world, planned) {
      const body = toZoomMeeting(planned);
      const answer = await callZoom(credentials, world, { method: "POST", path: "/users/me/meetings", body });
      if (!answer.ok) return answer;
      const meeting = fromZoomMeeting(answer.value);
      if (!meeting) throw new Error("Zoom made a meeting without a time");
      return { ok: true, meeting };
    },
    async list(credentials, world) {
      const meetings: ProviderMeeting[] = [];
      let next = "";
      for (let page = 0; page < mostPages; page += 1) {
        const query = new URLSearchParams({ type: "upcoming", page_size: "300" });
        if (next) query.set("next_page_token", next);
        const answer = await callZoom(credentials, world, {
          method: "GET",
          path: `/users/me/meetings?${query}`,
        });
        if (!answer.ok) return answer;
        const read = meetingsPage.parse(answer.value);
        meetings.push(...read.meetings.flatMap((one) => fromZoomMeeting(one) ?? []));
        next = read.next_page_token;
        if (!next) break;
      }
      return { ok: true, meetings: meetings.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()) };
    },
    async delete(credentials, world, externalId) {
      const path = `/meetings/${encodeURIComponent(externalId)}`;
      const answer = await callZoom(credentials, world, { method: "DELETE", path });
      if (!answer.ok && answer.kind !== "gone") return answer;
      return { ok: true };
    },
  },
};

import { attendanceLabel } from "@/server/domain/meetings/attendance-buttons";
import { findInvitee } from "@/server/domain/meetings/dialogues/find-invitee";
import { getMeeting } from "@/server/domain/meetings/get-meeting";
import { listInvitees } from "@/server/domain/meetings/list-invitees";
import { ATTENDANCES, type InviteePage, type InviteeView } from "@/server/domain/meetings/schema";
import type { OutgoingButton } from "@/server/providers/provider";
import { countWords, pageButtons, pageWords } from "./meeting-menu";
import { requireOrganiser } from "./require-organiser";
import { button, type Screen, say, type Viewer } from "./turn";

const listedAtOnce = 8;
/** Letters of the filters in buttons. */
const filters = { a: "all", v: "voted", n: "not_voted" } as const;
export type FilterLetter = keyof typeof filters;

/** What a button to a list of invitees says; null for another button. */
export function readListView(data: string): { meetingId: number; letter: FilterLetter; page: number } | null {
  const [, meetingId, letter, page] = /^iv:(\d{1,10}):([avn]):(\d{1,4})$/.exec(data) ?? [];
  return letter ? { meetingId: Number(meetingId), letter: letter as FilterLetter, page: Number(page) } : null;
}

/** A meeting's invitees by page (from 0): everybody, who answered, or who did not; a button each. */
export async function inviteeList(
  turn: Viewer,
  meetingId: number,
  letter: FilterLetter,
  page: number,
  note?: string,
): Promise<Screen> {
  const organiser = requireOrganiser(turn);
  const { topic, counts, state } = await getMeeting(organiser, { meetingId });
  const asked = { meetingId, voted: filters[letter], page, pageSize: listedAtOnce };
  const found = await listInvitees(organiser, asked);
  const filter = (each: FilterLetter) =>
    button(`${each === letter ? "• " : ""}${say(turn, `filter_${each}`)}`, `iv:${meetingId}:${each}:0`);
  const stands = [
    [say(turn, "inviteesOf", { topic }), countWords(turn, counts)].join("\n"),
    listWords(turn, found, say(turn, counts.total === 0 ? "inviteesEmpty" : "inviteesNone")),
  ].join("\n\n");
  return {
    text: [note, stands].filter(Boolean).join("\n\n"),
    summary: { meetingId, view: `iv:${meetingId}:${letter}:${found.page}`, text: stands },
    buttons: [
      ...numberButtons(found, meetingId),
      ...pageButtons(turn, found.page, found.pages, (to) => `iv:${meetingId}:${letter}:${to}`),
      ...(counts.total > 0 ? [[filter("a"), filter("v"), filter("n")]] : []),
      [
        ...(counts.total > 0 ? [button(say(turn, "findButton"), `mm:${meetingId}:find`)] : []),
        ...(state === "planned" ? [button(say(turn, "addButton"), `mm:${meetingId}:add`)] : []),
        button(say(turn, "toMeeting"), `mm:${meetingId}`),
      ],
    ],
  };
}

/** What a search for invitees found, by page from 0. */
export async function searchResult(
  turn: Viewer,
  { meetingId, search, page }: { meetingId: number; search: string; page: number },
): Promise<{ words: string; found: InviteePage }> {
  const asked = { meetingId, search, page, pageSize: listedAtOnce };
  const found = await listInvitees(requireOrganiser(turn), asked);
  return { words: listWords(turn, found, say(turn, "foundNone", { search })), found };
}

/** A button for each invitee of a page, by the number that stands before their name. */
export function numberButtons({ invitees, page }: InviteePage, meetingId: number): OutgoingButton[][] {
  const all = invitees.map(({ id }, index) =>
    button(String(page * listedAtOnce + index + 1), `ic:${id}:${meetingId}`),
  );
  return [all.slice(0, 4), all.slice(4)].filter((row) => row.length > 0);
}

function listWords(turn: Viewer, { invitees, page, pages }: InviteePage, empty: string): string {
  if (invitees.length === 0) return empty;
  const lines = invitees.map((invitee, index) => {
    const { person, attendance } = invitee;
    const name = person.fullName || person.email || person.phone || "—";
    const answer = attendance ? attendanceLabel(turn.locale, attendance) : "⏳";
    return `${page * listedAtOnce + index + 1}. ${name} — ${answer}${person.isPermanent ? " ★" : ""}${reachMark(invitee)}`;
  });
  const paged = pageWords(turn, page, pages);
  return [...lines, ...(paged ? [paged] : [])].join("\n");
}

const reachMark = ({ person: { reach } }: InviteeView) =>
  reach === "mail" ? " ✉️" : reach === "none" ? " ⚠️" : "";

/** An invitee with what an organiser may do; `note` is told above. */
export async function inviteeCard(
  turn: Viewer,
  inviteeId: number,
  meetingId: number,
  note?: string,
): Promise<Screen> {
  const invitee = await findInvitee(requireOrganiser(turn), { inviteeId });
  const { person, attendance, comment, answeredBy } = invitee;
  const data = (act: string) => `ic:${inviteeId}:${meetingId}:${act}`;
  const lines = [
    `👤 ${person.fullName || "—"}${person.isPermanent ? ` ★ ${say(turn, "permanent")}` : ""}`,
    `✉️ ${person.email ?? "—"}`,
    `📞 ${person.phone ?? "—"}`,
    say(turn, "answerIs", {
      answer: attendance ? attendanceLabel(turn.locale, attendance) : say(turn, "noAnswer"),
    }),
    comment && say(turn, "commentIs", { comment }),
    answeredBy === "browser" && say(turn, "notedInBrowser"),
    say(turn, `reach_${person.reach}`),
  ];
  const field = (name: "name" | "email" | "phone") => button(say(turn, `edit_${name}`), data(name));
  return {
    text: [note, lines.filter(Boolean).join("\n")].filter(Boolean).join("\n\n"),
    buttons: [
      [field("name"), field("email"), field("phone")],
      [
        button(say(turn, "noteAnswer"), data("answer")),
        person.isPermanent
          ? button(say(turn, "makeOnce"), data("once"))
          : button(say(turn, "makePermanent"), data("permanent")),
      ],
      [
        button(say(turn, "removeButton"), data("remove")),
        button(say(turn, "toInvitees"), `iv:${meetingId}:a:0`),
      ],
    ],
  };
}

/** Asks what answer to note for an invitee. */
export async function answerMenu(turn: Viewer, inviteeId: number, meetingId: number): Promise<Screen> {
  const { person } = await findInvitee(requireOrganiser(turn), { inviteeId });
  const all = ATTENDANCES.map((one) =>
    button(attendanceLabel(turn.locale, one), `ic:${inviteeId}:${meetingId}:a-${one}`),
  );
  return {
    text: say(turn, "askAnswerFor", { name: person.fullName || person.email || "" }),
    buttons: [all.slice(0, 3), all.slice(3), [button(say(turn, "back"), `ic:${inviteeId}:${meetingId}`)]],
  };
}

/** Asks whether an invitee is really to be taken off the list. */
export async function removeMenu(turn: Viewer, inviteeId: number, meetingId: number): Promise<Screen> {
  const { person } = await findInvitee(requireOrganiser(turn), { inviteeId });
  return {
    text: say(turn, "askRemove", { name: person.fullName || person.email || "" }),
    buttons: [
      [
        button(say(turn, "removeYes"), `ic:${inviteeId}:${meetingId}:remove-yes`),
        button(say(turn, "removeNo"), `ic:${inviteeId}:${meetingId}`),
      ],
    ],
  };
}

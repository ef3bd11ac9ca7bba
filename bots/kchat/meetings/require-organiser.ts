import type { OrganiserActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";
import type { Viewer } from "./turn";

/** Who organises in this turn. Throws `forbidden` for everybody who does not. */
export function requireOrganiser({ organiser }: Pick<Viewer, "organiser">): OrganiserActor {
  if (organiser) return organiser;
  throw new AppError("forbidden", "not_organiser", "You do not organise meetings here.");
}

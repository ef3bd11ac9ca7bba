import { Video } from "lucide-react";
import { MeetingsPanel } from "@/components/resources/zoom/meetings-panel";
import { ZoomStandIn } from "@/components/resources/zoom/stand-in";
import type { ProviderPage } from "@/server/providers/pages";

/** Zoom's own parts of the pages. */
export const zoomPage: ProviderPage = { Icon: Video, StandIn: ZoomStandIn, Panels: MeetingsPanel };

import {
  BookOpen,
  CalendarDays,
  ChartColumn,
  CheckCheck,
  Contact,
  Inbox,
  type LucideIcon,
  MessagesSquare,
  MonitorSmartphone,
  Plug,
  QrCode,
  Settings,
  UserRound,
} from "lucide-react";
import type { Permission } from "@/server/domain/workspaces/policy";

export type Destination = {
  /** Its name is the text of this key in the namespace Shell. */
  name:
    | "inbox"
    | "hub"
    | "approvals"
    | "leads"
    | "analytics"
    | "meetings"
    | "knowledge"
    | "resources"
    | "settings"
    | "qr"
    | "simulator"
    | "profile";
  href: string;
  icon: LucideIcon;
  /** Shown to those who may do this; without one, to everybody. */
  permission?: Permission;
  demoOnly?: true;
};

/** The dashboard's pages in the order of the navigation; a new page is one line here. */
const DESTINATIONS: readonly Destination[] = [
  { name: "inbox", href: "/inbox", icon: Inbox, permission: "conversations.serve" },
  { name: "hub", href: "/hub", icon: MessagesSquare, permission: "hub.view" },
  { name: "approvals", href: "/approvals", icon: CheckCheck, permission: "approvals.view" },
  { name: "leads", href: "/leads", icon: Contact, permission: "leads.view" },
  { name: "meetings", href: "/meetings", icon: CalendarDays, permission: "meetings.view" },
  { name: "analytics", href: "/analytics", icon: ChartColumn, permission: "analytics.view" },
  { name: "knowledge", href: "/knowledge", icon: BookOpen, permission: "knowledge.view" },
  { name: "resources", href: "/resources", icon: Plug, permission: "resources.view" },
  { name: "settings", href: "/settings", icon: Settings },
  { name: "qr", href: "/qr", icon: QrCode },
  { name: "simulator", href: "/simulator", icon: MonitorSmartphone, demoOnly: true },
];

/** The page of one's own account; reached by the profile menu. */
export const PROFILE: Destination = { name: "profile", href: "/profile", icon: UserRound };

/** The pages that this member may see. */
export function destinationsFor({ permissions, isDemo }: { permissions: Permission[]; isDemo: boolean }) {
  return DESTINATIONS.filter(
    ({ permission, demoOnly }) => (!permission || permissions.includes(permission)) && (!demoOnly || isDemo),
  );
}

/** Whether the reader is on this page or below it. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}

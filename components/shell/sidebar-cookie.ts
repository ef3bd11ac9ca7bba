/** Cookie that keeps the sidebar folded; read on the server, so that the first paint is right. */
export const SIDEBAR_COOKIE = "sidebar";

/** Cookie in which a person's own time zone is kept. */
export const TIME_ZONE_COOKIE = "time-zone";

/** The limits of server/domain/files/schema, repeated because importing them would bring zod into the page. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_FILES_PER_MESSAGE = 10;

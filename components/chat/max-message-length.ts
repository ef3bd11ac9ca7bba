/** The schema's MAX_MESSAGE_LENGTH, in UTF-16 units; repeated because importing it would bring zod into the page. */
export const MAX_MESSAGE_LENGTH = 8000;

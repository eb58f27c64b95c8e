/** Stored in place of an erased person's number. */
export const erasedNumber = "erased";

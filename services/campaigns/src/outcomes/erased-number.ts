/** What stands in a campaign's list in place of an erased person's number. */
export const erasedNumber = "erased";
